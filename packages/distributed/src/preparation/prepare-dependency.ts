import type { Log } from "@kubin/core";
import { isKubinError, KubinError } from "@kubin/schema";
import { reasonOf } from "../reason-of.ts";
import { pause } from "../resilience/pause.ts";
import { untilItAnswers } from "../resilience/until-it-answers.ts";

/** Longest that a start waits for a dependency that neither answers nor fails. */
const patienceMs = 10_000;
const firstPauseMs = 1_000;
const longestPauseMs = 8_000;

export interface Preparation {
  /** As logs and metrics call it. */
  dependency: string;
  /** What users have as long as it is not prepared. */
  meanwhile: string;
  /** One attempt. Rejects soon after `signal` aborts, and leaves nothing behind. */
  prepare: (signal: AbortSignal) => Promise<void>;
  /** Ends the attempts. */
  signal: AbortSignal;
  log: Log;
}

export interface Prepared {
  /** Absent: it is. Otherwise true once it is, false when it was ended before; it never rejects. */
  later?: Promise<boolean>;
}

/**
 * Tries once, and goes on trying in the background when the dependency is away. Throws what the first attempt throws for
 * good; later on that is logged, and tried again: somebody may be mending it.
 */
export async function prepareDependency(preparation: Preparation): Promise<Prepared> {
  const { dependency, meanwhile, prepare, signal, log } = preparation;
  const first = prepare(signal).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  const failure = await withPatience(first);
  if (failure === undefined) return {};
  if (!isPassing(failure.error)) throw failure.error;
  let told = reasonOf(failure.error);
  log.warn({ dependency, reason: told, meanwhile }, "starting without a dependency: it is prepared once it answers");

  const goOn = async (): Promise<boolean> => {
    const isPrepared =
      (await first) === undefined ||
      (await untilItAnswers({
        ask: () => prepare(signal),
        pauseMs: (failures) => Math.min(firstPauseMs * 2 ** failures, longestPauseMs),
        onFailure: (error) => {
          const reason = reasonOf(error);
          if (reason !== told) log.warn({ dependency, reason }, "a dependency cannot be prepared yet");
          told = reason;
        },
        signal,
      }));
    if (isPrepared) log.info({ dependency }, "a dependency is prepared: it is used from now on");
    return isPrepared;
  };
  return { later: goOn() };
}

/** What comes of it, or that nothing did in time. */
async function withPatience<T>(outcome: Promise<T>): Promise<T | { error: unknown }> {
  const over = new AbortController();
  const late = pause(patienceMs, over.signal).then(() => {
    return { error: new KubinError("UNAVAILABLE", `Preparing it takes longer than ${patienceMs / 1_000} s.`) };
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    over.abort();
  }
}

/** Wrong settings, another cluster and defects do not pass by themselves. */
function isPassing(error: unknown): boolean {
  return isKubinError(error) && !["BAD_INPUT", "UNSUPPORTED", "INTERNAL"].includes(error.code);
}
