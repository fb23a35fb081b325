import { KubinError } from "@kubin/schema";
import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { defaultRetry, pause, pauseBefore } from "./retry.ts";
import { retryAfterOf } from "./retry-after-of.ts";

const retry = { attempts: 5, baseMs: 100, maxMs: 1_000 };

test("pauses double, stay below the bound and are spread", () => {
  const at = (attempt: number) => Array.from({ length: 200 }, () => pauseBefore({ attempt, retry, retryAfter: null }));
  expect(Math.min(...at(1))).toBeGreaterThanOrEqual(50);
  expect(Math.max(...at(1))).toBeLessThanOrEqual(100);
  expect(Math.max(...at(3))).toBeGreaterThan(200);
  expect(Math.max(...at(20))).toBeLessThanOrEqual(1_000);
  expect(new Set(at(2)).size).toBeGreaterThan(100);
});

test("Retry-After is the least, as seconds and as a date, and never without end", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  expect(pauseBefore({ attempt: 1, retry, retryAfter: "3" })).toBeGreaterThanOrEqual(3_000);
  const date = pauseBefore({ attempt: 1, retry, retryAfter: "Thu, 01 Jan 2026 00:00:07 GMT", now });
  expect(date).toBeGreaterThanOrEqual(7_000);
  expect(date).toBeLessThanOrEqual(7_100);
  expect(pauseBefore({ attempt: 1, retry, retryAfter: "86400" })).toBe(120_000);
  expect(pauseBefore({ attempt: 1, retry, retryAfter: "soon" })).toBeLessThanOrEqual(100);
});

test("a pause ends at once when stopped", async () => {
  const stop = new AbortController();
  const waiting = pause(60_000, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: "CANCELLED" });
});

test("a store that is away for some minutes is waited for, and given up before the server gives up the upload", () => {
  const pauses = Array.from({ length: defaultRetry.attempts - 1 }, (_, index) =>
    pauseBefore({ attempt: index + 1, retry: defaultRetry, retryAfter: null }),
  );
  const minutes = pauses.reduce((sum, ms) => sum + ms, 0) / 60_000;
  expect(minutes).toBeGreaterThan(5);
  expect(minutes).toBeLessThan(15);
});

test("Retry-After is found behind the errors that a call ends with", () => {
  const answer = new Response(null, { status: 503, headers: { "retry-after": "7" } });
  const ofKubin = new TRPCClientError("away", { meta: { response: answer } });
  const ofProxy = new KubinError("UNAVAILABLE", "HTTP 503", { cause: answer });
  for (const cause of [ofKubin, ofProxy]) {
    expect(retryAfterOf(new KubinError("UNAVAILABLE", "away", { cause }))).toBe("7");
  }
  expect(retryAfterOf(new KubinError("UNAVAILABLE", "refused", { cause: new Error("ECONNREFUSED") }))).toBeNull();
  expect(retryAfterOf("no error")).toBeNull();
});
