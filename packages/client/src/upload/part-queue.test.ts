import type { HeldPart } from "@kubin/schema";
import { expect, test } from "vitest";
import { createPartQueue } from "./part-queue.ts";

const part = (size: number): HeldPart => ({
  entry: { type: "resources", namespace: "", sha256: "0".repeat(64), size, items: 1 },
  bytes: new Uint8Array(size),
});

/** Whether the promise is still pending after all that could settle it now has run. */
async function pends(promise: Promise<unknown>): Promise<boolean> {
  const nothing = Symbol();
  await new Promise((resolve) => setImmediate(resolve));
  return (await Promise.race([promise, nothing])) === nothing;
}

test("holds no more bytes than it may, and lets go on after a release", async () => {
  const queue = createPartQueue({ parts: 10, bytes: 100 });
  await queue.put(part(60));
  const second = queue.put(part(60));
  expect(await pends(second)).toBe(true);
  const [taken] = await queue.take(5);
  expect(await pends(second)).toBe(true);
  queue.release(taken!);
  await second;
  expect(await queue.take(5)).toHaveLength(1);
});

test("holds no more parts than it may", async () => {
  const queue = createPartQueue({ parts: 2, bytes: 1000 });
  await queue.put(part(1));
  await queue.put(part(1));
  const third = queue.put(part(1));
  expect(await pends(third)).toBe(true);
  for (const taken of await queue.take(1)) queue.release(taken);
  await third;
});

test("one part that is larger than the bound is let in alone", async () => {
  const queue = createPartQueue({ parts: 10, bytes: 100 });
  await queue.put(part(500));
  expect(await queue.take(5)).toHaveLength(1);
});

test("an error reaches everybody who waits", async () => {
  const queue = createPartQueue({ parts: 1, bytes: 100 });
  const taker = queue.take(1);
  queue.close(new Error("stopped"));
  await expect(taker).rejects.toThrow("stopped");
  await expect(queue.put(part(1))).rejects.toThrow("stopped");
});

test("after the end the rest is handed out, then nothing", async () => {
  const queue = createPartQueue({ parts: 10, bytes: 100 });
  await queue.put(part(1));
  queue.close();
  expect(await queue.take(5)).toHaveLength(1);
  expect(await queue.take(5)).toEqual([]);
});
