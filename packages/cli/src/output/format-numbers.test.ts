import { expect, test } from "vitest";
import { formatBytes, formatDuration, plural } from "./format-numbers.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_500, "1.5 KB"],
  [38_100_000, "38.1 MB"],
  [212_000_000, "212 MB"],
  [7_700_000_000, "7.7 GB"],
])("%i bytes are %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test.each([
  [6, "6 ms"],
  [11_800, "11.8 s"],
  [125_000, "2 min 5 s"],
])("%i ms are %s", (ms, text) => expect(formatDuration(ms)).toBe(text));

test.each([
  [1, "part", "1 part"],
  [3557, "line", "3,557 lines"],
  [2, "process", "2 processes"],
])("%i %s", (count, noun, text) => expect(plural(count, noun)).toBe(text));
