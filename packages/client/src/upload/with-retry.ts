import { isKubinError } from "@kubin/schema";
import { pause, pauseBefore, type Retry } from "./retry.ts";

/** Repeats an idempotent call while the server is away; any other failure is thrown at once. */
export async function withRetry<T>(run: { retry: Retry; signal: AbortSignal }, call: () => Promise<T>): Promise<T> {
  const { retry, signal } = run;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!isKubinError(error, "UNAVAILABLE") || attempt >= retry.attempts || signal.aborted) throw error;
    }
    await pause(pauseBefore({ attempt, retry, retryAfter: null }), signal);
  }
}
