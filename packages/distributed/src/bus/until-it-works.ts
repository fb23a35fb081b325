import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "@kubin/core";

const tryAgainMs = 1_000;

/** The result of the first attempt that does not throw; undefined when `signal` aborts before. */
export async function untilItWorks<T>(opts: {
  what: string;
  attempt: () => Promise<T>;
  signal: AbortSignal;
  log: Log;
}): Promise<T | undefined> {
  const { what, attempt, signal, log } = opts;
  while (!signal.aborted) {
    try {
      return await attempt();
    } catch (error) {
      if (signal.aborted) return undefined;
      log.warn({ what, error: String(error) }, "Kafka does not answer");
      await wait(tryAgainMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
