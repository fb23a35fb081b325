import { expect, test } from "vitest";
import { openFakeIo } from "../../fixtures/fake-io.ts";
import { histogramText } from "./histogram-text.ts";

const at = (minute: number) => `2026-01-01T10:0${minute}:00.000Z`;
const value = {
  bucketMs: 60_000,
  buckets: [
    { at: at(0), lines: 40, levels: { error: 10, warn: 10, info: 20 }, firstLine: 0 },
    { at: at(2), lines: 1, levels: { info: 1 }, firstLine: 9 },
  ],
  untimed: 1200,
  tookMs: 1,
};

test("time runs evenly, the little is seen, what is loud is named, lines without a time are told", () => {
  const lines = histogramText(openFakeIo().io, value).split("\n");
  expect(lines).toEqual([
    "2026-01-01, UTC; 1 min a line",
    expect.stringMatching(/^10:00 {2}40 {2}█{50,} {2}10 error, 10 warn$/),
    "10:01   0",
    expect.stringMatching(/^10:02 {3}1 {2}\S{1,2}$/),
    "1,200 lines without a time",
    "",
  ]);
});

test("on a terminal the parts of a bar have the colours of their levels", () => {
  const { io } = openFakeIo();
  const [, first = ""] = histogramText({ ...io, terminal: { ...io.terminal, stdout: true } }, value).split("\n");
  const [, red = "", yellow = "", rest = ""] =
    /\^\[31m(█+)\^\[39m\^\[33m(█+)\^\[39m(█+)/.exec(first.replaceAll("\u001b", "^")) ?? [];
  expect(Math.abs(red.length - yellow.length)).toBeLessThanOrEqual(1);
  expect(Math.abs(rest.length - 2 * red.length)).toBeLessThanOrEqual(2);
});

test("nothing at all", () => {
  expect(histogramText(openFakeIo().io, { ...value, buckets: [], untimed: 0 })).toBe("0 lines without a time\n");
});
