import type { Log, Metrics } from "@kubin/core";
import { isKubinError, KubinError } from "@kubin/schema";
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  ConstantBackoff,
  circuitBreaker,
  handleWhen,
  IsolatedCircuitError,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from "cockatiel";
import { untilItAnswers } from "./until-it-answers.ts";

const retryAfterMs = 100;

export interface GuardOptions {
  policy: {
    dependency: string;
    away: string;
    failures: number;
    probeEveryMs: number;
    retries: number;
    withinMs: { ping: number };
  };
  /** Rejects while the dependency does not answer. */
  ping: () => Promise<void>;
  /** Of a dependency that is not prepared yet: true once it is. Until then it is not called at all. */
  later?: Promise<boolean> | undefined;
  log: Log;
  metrics: Metrics;
}

interface GuardedCall<T> {
  /** Given a signal that aborts when the time is over. */
  work: (signal: AbortSignal) => Promise<T>;
  withinMs: number | undefined;
  isRepeatable: boolean;
}

export interface Guard {
  /** Throws what `work` throws, and UNAVAILABLE when it takes too long or the breaker is open. */
  run<T>(call: GuardedCall<T>): Promise<T>;
  /** Throws UNAVAILABLE as long as the dependency is not prepared. */
  checkPrepared(): void;
  /** Ends looking for a dependency that is away. */
  close(): void;
}

/**
 * Breaker, time limits and retries around the calls to one dependency. Only UNAVAILABLE and lateness count as failures:
 * what a dependency refuses, it has answered. Once open, the breaker is closed by pings alone, so that no caller waits
 * for a trial.
 */
export function createGuard({ policy, ping, later, log, metrics }: GuardOptions): Guard {
  const { dependency, probeEveryMs } = policy;
  const closing = new AbortController();
  const failures = new ConsecutiveBreaker(policy.failures);
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof TaskCancelledError || isKubinError(error, "UNAVAILABLE")),
    { breaker: failures, halfOpenAfter: probeEveryMs },
  );
  const again = retry(
    handleWhen((error) => isKubinError(error, "UNAVAILABLE")),
    { maxAttempts: policy.retries, backoff: new ConstantBackoff(retryAfterMs) },
  );
  const tell = (state: "open" | "closed"): void => metrics.count("dependency_breaker_total", { dependency, state });

  breaker.onBreak((reason) => {
    if ("isolated" in reason) return;
    const held = breaker.isolate();
    const error = "error" in reason ? String(reason.error) : "";
    log.warn({ dependency, error, probeEveryMs }, "a dependency does not answer: it is left alone until it does");
    tell("open");
    const limited = timeout(policy.withinMs.ping, TimeoutStrategy.Aggressive);
    void untilItAnswers({
      ask: () => limited.execute(ping),
      pauseMs: () => probeEveryMs,
      signal: closing.signal,
    }).then((answers) => {
      if (!answers) return;
      failures.success();
      held.dispose();
      log.info({ dependency }, "a dependency answers again");
      tell("closed");
    });
  });

  let isPrepared = later === undefined;
  if (later !== undefined) {
    const held = breaker.isolate();
    tell("open");
    void later.then((done) => {
      if (!done) return;
      isPrepared = true;
      held.dispose();
      tell("closed");
    });
  }

  return {
    checkPrepared() {
      if (!isPrepared) throw new KubinError("UNAVAILABLE", policy.away);
    },
    async run({ work, withinMs, isRepeatable }) {
      const once = () => breaker.execute(() => bounded(work, withinMs));
      try {
        return await (isRepeatable ? again.execute(once) : once());
      } catch (error) {
        const isOurs =
          error instanceof TaskCancelledError ||
          error instanceof BrokenCircuitError ||
          error instanceof IsolatedCircuitError;
        throw isOurs ? new KubinError("UNAVAILABLE", policy.away, { cause: error }) : error;
      }
    },
    close: () => closing.abort(),
  };
}

function bounded<T>(work: (signal: AbortSignal) => Promise<T>, withinMs: number | undefined): Promise<T> {
  if (withinMs === undefined) return work(new AbortController().signal);
  return timeout(withinMs, TimeoutStrategy.Aggressive).execute(async ({ signal }) => {
    try {
      return await work(signal);
    } catch (error) {
      // Whatever it says of having been stopped: it was too late.
      throw signal.aborted ? new TaskCancelledError(`no answer within ${withinMs} ms`) : error;
    }
  });
}
