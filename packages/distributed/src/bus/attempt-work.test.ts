import type { BusEvent } from "@kubin/core";
import type { EachMessagePayload, Producer, ProducerRecord } from "kafkajs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { silentLog } from "../testing/silent-log.ts";
import { attemptWork, heartbeatMs } from "./attempt-work.ts";

const event: BusEvent = { topic: "snapshot.deleted", snapshotId: "a" };
const names = { events: "events", retry: "retry", dead: "dead", bucket: undefined };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One attempt at a message that failed `failed` times before. */
function attempt(failed: number, onEvent: () => Promise<void>) {
  const sent: ProducerRecord[] = [];
  let heartbeats = 0;
  const heartbeat = async (): Promise<void> => {
    heartbeats += 1;
    if (heartbeats > 1) throw new Error("The group is rebalancing");
  };
  // Nothing else of both is asked for.
  const producer = { send: async (record: ProducerRecord) => void sent.push(record) } as unknown as Producer;
  const payload = { message: { headers: { attempt: String(failed) } }, heartbeat } as unknown as EachMessagePayload;
  const done = attemptWork({ producer, names, log: silentLog(), onEvent }, event, payload);
  return { done, sent, heartbeats: () => heartbeats };
}

test("work that takes long gives signs of life, also to a group that shares out anew, and none when it is done", async () => {
  let finish = (): void => {};
  const isFinished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { done, sent, heartbeats } = attempt(0, () => isFinished);
  await vi.advanceTimersByTimeAsync(10 * heartbeatMs);
  expect(heartbeats()).toBe(10);
  finish();
  await done;
  await vi.advanceTimersByTimeAsync(10 * heartbeatMs);
  expect(heartbeats()).toBe(10);
  expect(sent).toEqual([]);
});

test.each([
  [0, "retry", 1_000],
  [1, "retry", 2_000],
  [3, "retry", 8_000],
  [4, "dead", 16_000],
])("what failed %i times before goes to %s", async (failed, topic, pauseMs) => {
  const { done, sent } = attempt(failed, () => Promise.reject(new Error("no")));
  await done;
  const headers = { attempt: String(failed + 1), reason: "Error: no", due: String(Date.now() + pauseMs) };
  expect(sent).toEqual([{ topic, messages: [{ key: "a", value: JSON.stringify(event), headers }] }]);
});
