import { expect, test, vi } from "vitest";
import { requestLimiter } from "./request-limiter.ts";

const never = new AbortController().signal;

test("lets eight in, and the next when one leaves", async () => {
  const limiter = requestLimiter(8);
  const leave = await Promise.all(Array.from({ length: 8 }, () => limiter.enter(never)));
  let ninth = false;
  const waiting = limiter.enter(never).then(() => {
    ninth = true;
  });
  await Promise.resolve();
  expect(ninth).toBe(false);
  leave[0]?.();
  // A second call of the same place frees nothing.
  leave[0]?.();
  await waiting;
  expect(ninth).toBe(true);
});

test("is halved under strain, down to one, and rises one by one", () => {
  const limiter = requestLimiter(8);
  const limits = [4, 2, 1, 1].map(() => {
    limiter.strained(0);
    return limiter.limit();
  });
  expect(limits).toEqual([4, 2, 1, 1]);
  for (let good = 0; good < 16; good++) limiter.good();
  expect(limiter.limit()).toBe(2);
  for (let good = 0; good < 16 * 10; good++) limiter.good();
  expect(limiter.limit()).toBe(8);
});

test("nobody enters before the time that the server asked for is over", async () => {
  vi.useFakeTimers();
  const limiter = requestLimiter(8);
  limiter.strained(3000);
  let entered = false;
  const waiting = limiter.enter(never).then(() => {
    entered = true;
  });
  await vi.advanceTimersByTimeAsync(2900);
  expect(entered).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  await waiting;
  expect(entered).toBe(true);
  vi.useRealTimers();
});

test("whoever waits when the capture ends is told, and takes no place", async () => {
  const limiter = requestLimiter(1);
  const leave = await limiter.enter(never);
  const ending = new AbortController();
  const waiting = limiter.enter(ending.signal);
  ending.abort(new Error("over"));
  await expect(waiting).rejects.toThrow("over");
  leave();
  await limiter.enter(never);
});
