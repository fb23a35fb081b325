import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "./parse-query.ts";
import { spellTimes, type WallClock } from "./spell-times.ts";

const capturedAt = new Date("2021-08-03T10:14:13Z");
const berlin: WallClock = { capturedAt, aheadMin: () => 120 };

describe("a query with its times spelled out", () => {
  it.each([
    ["error before:05:26 -x", "error before:2021-08-03T05:26:00+02:00 -x"],
    ["-after:5:26:07.5", "-after:2021-08-03T05:26:07.500+02:00"],
    ["(after:2021-08-05T10:14 OR a)", "(after:2021-08-05T10:14:00+02:00 OR a)"],
    ['after:"2021-08-05 10:14:09" b', "after:2021-08-05T10:14:09+02:00 b"],
    ["before:2021-08-05", "before:2021-08-05T00:00:00+02:00"],
  ])("%s is read by the clock", (text, spelled) => {
    expect(spellTimes(text, berlin)).toBe(spelled);
    expect(spellTimes(spelled, berlin)).toBe(spelled);
  });

  it.each([
    "after:-15m",
    "before:2021-08-05T10:14:09Z",
    'before:"2021-08-05 10:14:09 +02:00"',
    "before:soon",
    "before:25:00",
    '"before:05:26"',
    'before:05:26 "open',
    "",
  ])("%s stays as it is", (text) => {
    expect(spellTimes(text, berlin)).toBe(text);
  });

  it("takes the day of the capture by that clock", () => {
    const late = { capturedAt: new Date("2021-08-03T23:30:00Z"), aheadMin: () => 120 };
    expect(spellTimes("before:01:00", late)).toBe("before:2021-08-04T01:00:00+02:00");
    const behind = { capturedAt: new Date("2021-08-03T01:30:00Z"), aheadMin: () => -210 };
    expect(spellTimes("before:21:00", behind)).toBe("before:2021-08-02T21:00:00-03:30");
  });

  it("follows clocks that are moved in summer", () => {
    const moved = Date.parse("2021-03-28T01:00:00Z");
    const clock = { capturedAt, aheadMin: (at: number) => (at < moved ? 60 : 120) };
    expect(spellTimes("after:2021-03-28T01:59 before:2021-03-28T03:00", clock)).toBe(
      "after:2021-03-28T01:59:00+01:00 before:2021-03-28T03:00:00+02:00",
    );
  });

  it("means by UTC what it meant before", () => {
    const utc = { capturedAt, aheadMin: () => 0 };
    const times = fc.constantFrom(
      "10:14",
      "0:00:01.25",
      "2021-08-05",
      "2021-08-05T10:14",
      "-15m",
      '"2021-08-05 10:14"',
    );
    const term = fc.oneof(
      fc.constantFrom("a", '"b c"', "-d", "OR e"),
      times.map((time) => `after:${time}`),
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
        const text = ["x", ...terms].join(" ");
        expect(parseQuery(spellTimes(text, utc), { capturedAt })).toEqual(parseQuery(text, { capturedAt }));
      }),
    );
  });
});
