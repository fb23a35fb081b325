import type { Log } from "@kubin/core";
import { isKubinError } from "@kubin/schema";
import { openWaiter, type Waiter } from "./waiter.ts";

const firstPauseMs = 250;
const maxPauseMs = 30_000;

/** How long to wait after the `failures`-th failure in a row: doubling from 250 ms to 30 s. */
export function pauseAfter(failures: number): number {
  return Math.min(maxPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 20));
}

/**
 * Does `work` until `signal` aborts. It returns how long to wait for the next time, a wake-up ends that early. After a
 * failure it waits longer each time, whatever wakes it. Never rejects.
 */
export async function repeat(opts: {
  name: string;
  work: () => Promise<number>;
  waiter: Waiter;
  signal: AbortSignal;
  log: Log;
}): Promise<void> {
  const { name, work, waiter, signal, log } = opts;
  const backOff = openWaiter();
  let failures = 0;
  while (!signal.aborted) {
    try {
      const pauseMs = await work();
      if (failures > 0) log.info({ loop: name, failures }, "background work goes on");
      failures = 0;
      if (pauseMs > 0) await waiter.wait(pauseMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const fields = { loop: name, failures, pauseMs: pauseAfter(failures), err: error };
      if (isKubinError(error, "UNAVAILABLE")) log.warn(fields, "an engine is away; background work waits");
      else log.error(fields, "background work failed; it will be tried again");
      await backOff.wait(pauseAfter(failures), signal);
    }
  }
}
