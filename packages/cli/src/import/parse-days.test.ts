import { expect, test } from "vitest";
import { parseDays } from "./parse-days.ts";

test.each([
  ["7d", 7],
  ["30", 30],
  ["2w", 14],
  ["365D", 365],
])("%s is %i days", (text, days) => expect(parseDays(text)).toBe(days));

test.each(["0d", "366d", "7h", "", "-1d", "1.5d", "soon"])("%j is refused", (text) => {
  expect(() => parseDays(text)).toThrow(/1d to 365d/);
});
