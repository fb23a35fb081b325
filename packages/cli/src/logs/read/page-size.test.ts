import { expect, test } from "vitest";
import { pageSizeFor } from "./page-size.ts";

const streams = (count: number, lines: number) => Array.from({ length: count }, () => ({ lines }));

test("few or short logs come in the largest pages, many long ones in what fits together", () => {
  expect(pageSizeFor(streams(1, 10_000_000))).toBe(5_000);
  expect(pageSizeFor(streams(1_000, 70))).toBe(5_000);
  expect(pageSizeFor(streams(100, 1_000_000))).toBe(800);
  expect(pageSizeFor([...streams(300, 50), ...streams(20, 100_000)])).toBe(3_250);
  expect(pageSizeFor(streams(10_000, 1_000))).toBe(50);
});
