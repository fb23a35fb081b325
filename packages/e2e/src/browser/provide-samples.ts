import type { TestProject } from "vitest/node";
import { openSamples, type Samples } from "./open-samples.ts";

declare module "vitest" {
  interface ProvidedContext {
    samples: Omit<Samples, "close">;
  }
}

/** One Kubin with both samples for all suites in the browser: importing them takes longer than most suites. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { close, ...samples } = await openSamples();
  provide("samples", samples);
  return close;
}
