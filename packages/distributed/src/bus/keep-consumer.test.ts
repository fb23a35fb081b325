import { expect, test } from "vitest";
import { silentLog } from "../testing/silent-log.ts";
import { keepConsumer } from "./keep-consumer.ts";
import type { RunningConsumer } from "./start-consumer.ts";

/** Consumers that give up and stop as they are told. */
function consumers() {
  const started: { giveUp: () => void; isStopped: boolean }[] = [];
  const start = async (): Promise<RunningConsumer> => {
    const one = { giveUp: () => {}, isStopped: false };
    const gaveUp = new Promise<void>((resolve) => {
      one.giveUp = resolve;
    });
    started.push(one);
    const stop = async () => {
      one.isStopped = true;
    };
    return { gaveUp, stop };
  };
  return { started, start };
}

test("a consumer that gave up is left in order and another one started, until it is to stop", async () => {
  const { started, start } = consumers();
  const stopping = new AbortController();
  let times = 0;
  const onStarted = (): void => {
    times += 1;
  };
  const kept = keepConsumer({ what: "test", start, onStarted, signal: stopping.signal, log: silentLog() });
  await expect.poll(() => started.length).toBe(1);
  started[0]?.giveUp();
  await expect.poll(() => started.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  stopping.abort();
  await kept;
  expect(started.map(({ isStopped }) => isStopped)).toEqual([true, true]);
  expect(times).toBe(2);
});

test("one that starts while it is told to stop is stopped", async () => {
  const { started, start } = consumers();
  const stopping = new AbortController();
  const late = async (): Promise<RunningConsumer> => {
    stopping.abort();
    return start();
  };
  await keepConsumer({ what: "test", start: late, signal: stopping.signal, log: silentLog() });
  expect(started.map(({ isStopped }) => isStopped)).toEqual([true]);
});
