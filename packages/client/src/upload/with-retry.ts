import { isKubinError, type KubinError } from "@kubin/schema";
import { pause, pauseBefore, type Retry } from "./retry.ts";
import { retryAfterOf } from "./retry-after-of.ts";

interface Run {
  retry: Retry;
  signal: AbortSignal;
  /** Told what is waited for, before each pause. */
  onWait: (error: KubinError) => void;
}

/** Repeats an idempotent call while the server is away; any other failure is thrown at once. */
export async function withRetry<T>(run: Run, call: () => Promise<T>): Promise<T> {
  const { retry, signal } = run;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!isKubinError(error, "UNAVAILABLE") || attempt >= retry.attempts || signal.aborted) throw error;
      run.onWait(error);
      await pause(pauseBefore({ attempt, retry, retryAfter: retryAfterOf(error) }), signal);
    }
  }
}
