import { once } from "node:events";
import type { Log } from "@kubin/core";
import type { RunningConsumer } from "./start-consumer.ts";
import { untilItWorks } from "./until-it-works.ts";

interface KeepConsumer {
  what: string;
  start: () => Promise<RunningConsumer>;
  onStarted?: () => void;
  /** Stops it. */
  signal: AbortSignal;
  log: Log;
}

/** Runs a consumer until `signal` aborts: tries for as long as it takes, and starts it anew when it has given up. */
export async function keepConsumer({ what, start, onStarted, signal, log }: KeepConsumer): Promise<void> {
  while (!signal.aborted) {
    const consumer = await untilItWorks({ what, attempt: start, signal, log });
    if (consumer === undefined) return;
    onStarted?.();
    const ended = new AbortController();
    const stopped = signal.aborted ? Promise.resolve() : once(signal, "abort", { signal: ended.signal });
    await Promise.race([consumer.gaveUp, stopped.catch(() => undefined)]);
    ended.abort();
    await consumer
      .stop()
      .catch((error: unknown) => log.warn({ what, error: String(error) }, "Kafka was left in disorder"));
  }
}
