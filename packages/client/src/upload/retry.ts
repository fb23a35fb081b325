import { KubinError } from "@kubin/schema";

export interface Retry {
  /** Attempts in all. */
  attempts: number;
  /** Upper bound of the first pause; doubles with each attempt. */
  baseMs: number;
  maxMs: number;
}

/** Some eight minutes in all: a store that restarts is waited for, and a server ends an upload silent for fifteen. */
export const defaultRetry: Retry = { attempts: 40, baseMs: 250, maxMs: 20_000 };

/** No server's Retry-After makes an upload wait longer than this at once. */
const longestWaitMs = 120_000;

/**
 * Pause before attempt number `attempt` (from 1): exponential, with full jitter so that many uploaders do not return
 * together; what the server asked for (Retry-After: seconds or a date) is the least.
 */
export function pauseBefore(opts: { attempt: number; retry: Retry; retryAfter: string | null; now?: number }): number {
  const { attempt, retry } = opts;
  const bound = Math.min(retry.maxMs, retry.baseMs * 2 ** (attempt - 1));
  const asked = retryAfterMs(opts.retryAfter, opts.now ?? Date.now());
  return Math.min(longestWaitMs, asked + bound * (0.5 + Math.random() / 2));
}

function retryAfterMs(header: string | null, now: number): number {
  if (header === null || header.trim() === "") return 0;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}

/** Waits; throws CANCELLED as soon as `signal` is aborted. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new KubinError("CANCELLED", "Stopped."));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
}
