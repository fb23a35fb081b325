import { parseQuery } from "@kubin/logs";
import { expect, it } from "vitest";
import { rangeOf, withRange } from "./query-range.ts";

const range = { from: "2026-11-23T10:14:00.000Z", to: "2026-11-23T10:20:00.500Z" };
const words = "after:2026-11-23T10:14:00Z before:2026-11-23T10:20:00.500Z";

it("puts a span of time into a query, in place of the one that is there", () => {
  expect(withRange("", range)).toBe(words);
  expect(withRange('ns:shop  "a after:10:14" after:10:00 error before:11:00', range)).toBe(
    `ns:shop  "a after:10:14" error ${words}`,
  );
  expect(withRange(words, undefined)).toBe("");
});

it("leaves what is said of a part of the query", () => {
  expect(withRange("a OR b after:2026-01-01", range)).toBe(`(a OR b after:2026-01-01) ${words}`);
  expect(withRange("(after:2026-01-01 OR b) -before:2026-01-01", undefined)).toBe(
    "(after:2026-01-01 OR b) -before:2026-01-01",
  );
});

it("reads the span that it wrote", () => {
  expect(rangeOf(parseQuery(withRange("error", range)))).toEqual(range);
  expect(rangeOf(parseQuery("error"))).toBeUndefined();
  expect(rangeOf(parseQuery("after:2026-11-23T10:14:00Z"))).toEqual({ from: range.from, to: undefined });
});
