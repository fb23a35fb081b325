import { pause } from "./pause.ts";

/** Asks after each pause until an answer comes: true; false when `signal` ends it before. Never rejects. */
export async function untilItAnswers(opts: {
  ask: () => Promise<void>;
  /** Before the next time, after so many failures here. */
  pauseMs: (failures: number) => number;
  onFailure?: (error: unknown) => void;
  signal: AbortSignal;
}): Promise<boolean> {
  const { ask, pauseMs, onFailure, signal } = opts;
  for (let failures = 0; !signal.aborted; failures += 1) {
    await pause(pauseMs(failures), signal);
    if (signal.aborted) return false;
    try {
      await ask();
      return true;
    } catch (error) {
      // Still away, or stopped by us.
      if (!signal.aborted) onFailure?.(error);
    }
  }
  return false;
}
