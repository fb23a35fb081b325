import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { durationMs } from "./durations.ts";

describe("durations", () => {
  it.each([
    ["1.2s", "1200"],
    ["23.4ms", "23.4"],
    ["1m3s", "63000"],
    ["150µs", "0.15"],
    ["150μs", "0.15"],
    ["2h0m1.5s", "7201500"],
    ["7ns", "0.000007"],
    ["0s", "0"],
    ["-3ms", "-3"],
    ["12 ms", "12"],
    ["2.000000001s", "2000.000001"],
  ])("%s is %s ms", (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });

  it.each(["", "s", "1", "1.2.3s", "5 apples", "1s!", "1e400s", "constructor", "9999999999999999h"])(
    "%s has no unit or is none",
    (text) => {
      expect(durationMs(text)).toBeUndefined();
    },
  );

  it("of a bare number are in the unit of its name", () => {
    expect([durationMs("0.25", "s"), durationMs("1500", "ns"), durationMs("3", "us")]).toEqual([
      "250",
      "0.0015",
      "0.003",
    ]);
  });

  it("are exact to the nanosecond for as long as Go's own are", async () => {
    await assert(
      property(integer({ min: 0, max: 2 ** 40 }), (nanos) => {
        expect(Math.round(Number(durationMs(`${nanos}ns`)) * 1e6)).toBe(nanos);
      }),
    );
  });
});
