import { expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

test.each([
  ["quite", "quiet", 1],
  ["pdos", "pods", 1],
  ["lmit", "limit", 1],
  ["", "abc", 3],
  ["abc", "abc", 0],
])("%s and %s differ by %i", (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

test("names what was likely meant, and nothing where nothing is near", () => {
  expect(nearest("podz", ["nodes", "pods"])).toBe("pods");
  expect(nearest("xyzzy", ["nodes", "pods"])).toBeUndefined();
});
