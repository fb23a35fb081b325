import { afterEach, describe, expect, it, vi } from "vitest";
import { clockText } from "../logs/clock-text.ts";
import { dayText } from "../logs/day-text.ts";
import { ageAt } from "./age-at.ts";
import { timeHint } from "./time-hint.ts";
import { timeLeft } from "./time-left.ts";
import { timeParts } from "./time-parts.ts";
import { timeText } from "./time-text.ts";

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
    expect(timeText("2026-11-23T12:44:00+02:00", { zone: "utc" })).toBe("23 Nov 2026 10:44 UTC");
    expect(timeText(captured, { zone: "utc", precision: "seconds" })).toBe("3 Aug 2021 10:14:13 UTC");
    expect(timeText("<b>never</b>", { zone: "utc" })).toBe("<b>never</b>");
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

describe("the clock of the reader", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ["Europe/Berlin", "2026-11-23T10:44:00Z", "23 Nov 2026 11:44 UTC+1"],
    ["Europe/Berlin", "2026-07-23T22:44:00Z", "24 Jul 2026 00:44 UTC+2"],
    ["America/St_Johns", "2026-01-01T01:00:00Z", "31 Dec 2025 21:30 UTC-3:30"],
    ["Asia/Kolkata", "2026-01-01T01:00:00Z", "1 Jan 2026 06:30 UTC+5:30"],
    ["UTC", "2026-01-01T01:00:00Z", "1 Jan 2026 01:00 UTC"],
  ])("in %s reads %s as %s", (name, at, text) => {
    vi.stubEnv("TZ", name);
    expect(timeText(at, { zone: "local" })).toBe(text);
    expect(clockText("2026-01-01T01:00:00.123456Z", "utc")).toBe("01:00:00.123");
  });

  it("moves days and clocks of log lines", () => {
    vi.stubEnv("TZ", "Europe/Berlin");
    expect(dayText("2026-07-23T22:44:01.5Z", "local")).toBe("24 Jul");
    expect(clockText("2026-07-23T22:44:01.5Z", "local")).toBe("00:44:01.500");
  });

  it("is told on hover beside UTC and the distance from the capture", () => {
    vi.stubEnv("TZ", "Europe/Berlin");
    expect(timeHint("2021-08-03T09:14:13Z", captured).split("\n")).toEqual([
      "3 Aug 2021 09:14:13 UTC",
      "3 Aug 2021 11:14:13 UTC+2 by your clock",
      "60m before the capture",
    ]);
    expect(timeHint("2021-08-03T10:15:13.632Z", captured)).toContain("60s after the capture");
    expect(timeHint("never", captured)).toBe("never");
  });

  it("knows years beyond four digits", () => {
    expect(timeParts("+012026-01-01T01:02:03Z", "utc")?.clock).toBe("01:02:03.000");
  });
});
