import type { Log } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { pauseAfter, repeat } from "./repeat.ts";
import { openWaiter } from "./waiter.ts";

function silentLog(): Log {
  const ignore = () => undefined;
  return { debug: ignore, info: ignore, warn: ignore, error: ignore };
}

describe("repeat", () => {
  it("goes on after failures and ends with the signal", async () => {
    const stop = new AbortController();
    const waiter = openWaiter();
    let calls = 0;
    await repeat({
      name: "test",
      log: silentLog(),
      signal: stop.signal,
      waiter,
      work: async () => {
        calls += 1;
        if (calls === 1) throw new KubinError("UNAVAILABLE", "away");
        if (calls === 3) stop.abort();
        return 0;
      },
    });
    expect(calls).toBe(3);
  });

  it("sleeps until it is woken, and does not lose a wake-up from while it worked", async () => {
    const stop = new AbortController();
    const waiter = openWaiter();
    let calls = 0;
    const running = repeat({
      name: "test",
      log: silentLog(),
      signal: stop.signal,
      waiter,
      work: async () => {
        calls += 1;
        if (calls === 1) waiter.wake();
        return 3_600_000;
      },
    });
    await expect.poll(() => calls).toBe(2);
    waiter.wake();
    await expect.poll(() => calls).toBe(3);
    stop.abort();
    await running;
  });

  it("waits longer after each failure, up to half a minute", () => {
    expect([1, 2, 3, 20, 5000].map(pauseAfter)).toEqual([250, 500, 1000, 30_000, 30_000]);
  });
});
