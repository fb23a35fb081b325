import type { TestProject } from "vitest/node";
import { engines } from "./engines.ts";
import { placeOf } from "./places.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Environment of Kubin for the engines that run. */
    engines: Readonly<Record<string, string>>;
  }
}

/** Hands the addresses of the engines to the tests. Fails with how to start what does not answer: nothing is skipped. */
export async function setup({ provide }: TestProject): Promise<void> {
  const silent: string[] = [];
  for (const engine of engines) {
    await engine.ask(await placeOf(engine.name)).catch(() => silent.push(engine.name));
  }
  if (silent.length > 0) {
    throw new Error(`${silent.join(", ")}: no answer. Start the engines with: npm run engines -- up`);
  }
  provide("engines", Object.fromEntries(engines.flatMap((engine) => Object.entries(engine.environment()))));
}
