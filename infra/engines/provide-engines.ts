import type { TestProject } from "vitest/node";
import { answeringEngines } from "./answering-engines.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Environment of Kubin for the engines that run. */
    engines: Readonly<Record<string, string>>;
  }
}

/** Hands the addresses of the engines to the tests. */
export async function setup({ provide }: TestProject): Promise<void> {
  provide("engines", await answeringEngines());
}
