import { expect, it } from "vitest";
import { formatAge } from "./format-age.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

// From the tests of `k8s.io/apimachinery/pkg/util/duration`.
it.each([
  [-3 * second, "<invalid>"],
  [-1 * second, "0s"],
  [0, "0s"],
  [2 * minute - 1, "119s"],
  [2 * minute, "2m"],
  [2 * minute + second, "2m1s"],
  [10 * minute - 1, "9m59s"],
  [10 * minute, "10m"],
  [3 * hour - 1, "179m"],
  [3 * hour + minute, "3h1m"],
  [8 * hour, "8h"],
  [2 * day - 1, "47h"],
  [5 * day + 3 * hour, "5d3h"],
  [8 * day, "8d"],
  [2 * 365 * day - 1, "729d"],
  [2 * 365 * day + day, "2y1d"],
  [8 * 365 * day, "8y"],
])("%i ms is %s", (ms, expected) => {
  expect(formatAge(ms)).toBe(expected);
});
