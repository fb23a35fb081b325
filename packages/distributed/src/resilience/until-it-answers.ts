import { setTimeout as wait } from "node:timers/promises";

/** Pings every so often until one succeeds: true; false when `signal` ends it before. Never rejects. */
export async function untilItAnswers(opts: {
  ping: () => Promise<void>;
  everyMs: number;
  signal: AbortSignal;
}): Promise<boolean> {
  const { ping, everyMs, signal } = opts;
  while (!signal.aborted) {
    await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return false;
    try {
      await ping();
      return true;
    } catch {
      // Still away.
    }
  }
  return false;
}
