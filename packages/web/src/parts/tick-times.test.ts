import { expect, it } from "vitest";
import { tickTimes } from "./tick-times.ts";

const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 19);

it.each([
  ["07:12:00", "10:14:00", ["07:30:00", "08:00:00", "08:30:00", "09:00:00", "09:30:00", "10:00:00"]],
  ["10:00:01", "10:00:29", ["10:00:05", "10:00:10", "10:00:15", "10:00:20", "10:00:25"]],
])("from %s to %s", (from, to, expected) => {
  expect(tickTimes(at(from), at(to)).map(clock)).toEqual(expected);
});

it.each([
  [0, 1_000],
  [-8e15, 8e15],
  [1e12, 1e12 + 400 * 86_400_000],
  [5, 5],
  [9, 3],
  [Number.NaN, 1],
])("is never more than a few, inside of the axis: from %d to %d", (from, to) => {
  const ticks = tickTimes(from, to);
  expect(ticks.length).toBeLessThanOrEqual(8);
  expect(ticks.every((tick) => tick >= from && tick <= to)).toBe(true);
});
