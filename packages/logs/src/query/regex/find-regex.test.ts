import { expect, test } from "vitest";
import { findRegex } from "./find-regex.ts";

const find = (pattern: string, text: string, ignoreCase = false) =>
  findRegex({ type: "regex", pattern, ignoreCase }, text).map(([from, to]) => text.slice(from, to));

test("says where, in characters", () => {
  expect(find("10\\.\\d+", "to 10.96 and 10.4")).toEqual(["10.96", "10.4"]);
  expect(find("ERR", "an err", true)).toEqual(["err"]);
  expect(find("größe|🚀+", "Übergröße größe 🚀🚀!")).toEqual(["größe", "größe", "🚀🚀"]);
});

test("nothing where there is nothing, or what is found has no length", () => {
  expect(find("x", "abc")).toEqual([]);
  expect(find("x*", "abxc")).toEqual(["x"]);
});

test("hostile text takes no longer than its length allows", () => {
  const begun = performance.now();
  expect(find("(a+)+b", "a".repeat(100_000))).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
