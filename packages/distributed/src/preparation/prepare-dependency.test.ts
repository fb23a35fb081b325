import { KubinError } from "@kubin/schema";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { silentLog } from "../testing/silent-log.ts";
import { prepareDependency } from "./prepare-dependency.ts";

const away = () => Promise.reject(new KubinError("UNAVAILABLE", "connection refused"));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function preparing(prepare: (signal: AbortSignal) => Promise<void>) {
  const log = silentLog();
  const stopping = new AbortController();
  const { signal } = stopping;
  const prepared = prepareDependency({ dependency: "thing", meanwhile: "its views say so", prepare, signal, log });
  return { prepared, log, stop: () => stopping.abort() };
}

test("what answers at once is prepared, and nothing is said", async () => {
  const { prepared, log } = preparing(async () => {});
  expect(await prepared).toEqual({});
  expect(log.warnings).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("what is away does not hold up the start; it is tried less and less often until it is prepared", async () => {
  const startedAt = Date.now();
  const triedAt: number[] = [];
  const { prepared, log } = preparing(async () => {
    triedAt.push((Date.now() - startedAt) / 1_000);
    if (triedAt.length < 8) await away();
  });
  const { later } = await prepared;
  expect(triedAt).toEqual([0]);
  await vi.runAllTimersAsync();
  expect(await later).toBe(true);
  expect(triedAt).toEqual([0, 1, 3, 7, 15, 23, 31, 39]);
  // Once, however often it was tried.
  expect(log.warnings).toEqual([{ dependency: "thing", reason: "connection refused", meanwhile: "its views say so" }]);
});

test.each(["BAD_INPUT", "UNSUPPORTED", "INTERNAL"] as const)(
  "%s does not pass: the start fails with it",
  async (code) => {
    const { prepared } = preparing(() => Promise.reject(new KubinError(code, "Wrong password.")));
    await expect(prepared).rejects.toMatchObject({ code, message: "Wrong password." });
    expect(vi.getTimerCount()).toBe(0);
  },
);

test("a refusal that comes later is told, and tried again: somebody may mend it", async () => {
  const refused = () => Promise.reject(new KubinError("BAD_INPUT", "Wrong password."));
  const prepare = vi.fn(async () => {}).mockImplementationOnce(away);
  prepare.mockImplementationOnce(refused).mockImplementationOnce(refused);
  const { prepared, log } = preparing(prepare);
  const { later } = await prepared;
  await vi.runAllTimersAsync();
  expect(await later).toBe(true);
  const reasons = log.warnings.map((fields) => Reflect.get(fields, "reason"));
  expect(reasons).toEqual(["connection refused", "Wrong password."]);
});

test("one that takes long is not waited for longer than ten seconds, and not begun a second time", async () => {
  let end = () => {};
  const slow = new Promise<void>((resolve) => {
    end = resolve;
  });
  const prepare = vi.fn(() => slow);
  const { prepared, log } = preparing(prepare);
  await vi.advanceTimersByTimeAsync(10_000);
  const { later } = await prepared;
  expect(log.warnings).toMatchObject([{ reason: expect.stringContaining("10 s") }]);
  end();
  expect(await later).toBe(true);
  expect(prepare).toHaveBeenCalledTimes(1);
});

test("stopping ends a pause, and leaves no timer", async () => {
  const { prepared, stop } = preparing(() => away());
  const { later } = await prepared;
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(await later).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test("stopping ends an attempt, which is no news", async () => {
  const untilStopped = (signal: AbortSignal) =>
    new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(new Error("cut"))));
  const prepare = vi.fn(untilStopped).mockImplementationOnce(() => away());
  const { prepared, log, stop } = preparing(prepare);
  const { later } = await prepared;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(prepare).toHaveBeenCalledTimes(2);
  stop();
  expect(await later).toBe(false);
  expect(log.warnings).toHaveLength(1);
});
