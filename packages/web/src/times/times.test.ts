import { describe, expect, it } from "vitest";
import { clockText } from "../logs/clock-text.ts";
import { dayText } from "../logs/day-text.ts";
import { ageAt } from "./age-at.ts";
import { timeLeft } from "./time-left.ts";
import { utcText } from "./utc-text.ts";

const captured = "2021-08-03T10:14:13.632Z";

describe("ages", () => {
  it.each([
    ["2021-08-03T10:13:00.000Z", "73s"],
    ["2021-08-03T09:30:00.000Z", "44m"],
    ["2021-07-29T07:14:13.632Z", "5d3h"],
  ])("of %s at the capture is %s, whatever the clock of the reader says", (at, age) => {
    expect(ageAt(at, captured)).toBe(age);
  });

  it("are empty for what is no time", () => {
    expect(ageAt("soon", captured)).toBe("");
    expect(ageAt(undefined, captured)).toBe("");
  });
});

describe("times", () => {
  it("are told in UTC, also those with an offset", () => {
    expect(utcText("2026-11-23T12:44:00+02:00")).toBe("23 Nov 2026 10:44 UTC");
    expect(utcText(captured, "seconds")).toBe("3 Aug 2021 10:14:13 UTC");
    expect(utcText("<b>never</b>")).toBe("<b>never</b>");
  });

  it("tell coarsely how long a link lives", () => {
    const now = Date.parse("2026-11-23T12:00:00Z");
    expect(timeLeft("2026-11-30T11:00:00Z", now)).toBe("in 6 d");
    expect(timeLeft("2026-11-23T15:30:00Z", now)).toBe("in 3 h");
    expect(timeLeft("2026-11-23T12:12:30Z", now)).toBe("in 12 min");
    expect(timeLeft("2026-11-23T11:00:00Z", now)).toBe("any moment now");
  });

  it("of log lines keep milliseconds of any precision", () => {
    expect(clockText("2021-08-03T09:28:50.133456789Z")).toBe("09:28:50.133");
    expect(clockText("2021-08-03T09:28:50Z")).toBe("09:28:50.000");
    expect(clockText(undefined)).toBe("");
    expect(dayText("2021-08-03T09:28:50Z")).toBe("3 Aug");
    expect(dayText("never")).toBe("");
  });
});
