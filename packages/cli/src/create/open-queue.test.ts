import { expect, test } from "vitest";
import { openQueue } from "./open-queue.ts";

test("gives everything in its order, to one who comes early or late, and then the end", async () => {
  const queue = openQueue<number>();
  queue.put(1);
  queue.put(2);
  const values = queue.values();
  expect((await values.next()).value).toBe(1);
  expect((await values.next()).value).toBe(2);
  const third = values.next();
  queue.put(3);
  expect((await third).value).toBe(3);
  const last = values.next();
  queue.end();
  expect((await last).done).toBe(true);
});

test("gives what came before an error, then the error", async () => {
  const queue = openQueue<number>();
  queue.put(1);
  queue.end({ error: new Error("broken") });
  // What comes first counts.
  queue.end();
  const values = queue.values();
  expect((await values.next()).value).toBe(1);
  await expect(values.next()).rejects.toThrow("broken");
});
