import { array, assert, boolean, constantFrom, oneof, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "./parse-query.ts";
import type { Query } from "./query.ts";
import { isAskable, withoutTerm, withoutTimes, withTerm } from "./with-term.ts";

const term = (text: string) => {
  const [, minus, field = "", value = ""] = /^(-?)([^:]*):(.*)$/.exec(text) ?? [];
  return { field, value, exclude: minus === "-" };
};

describe("a query with a term more", () => {
  it.each([
    ["", "namespace:shop", "namespace:shop"],
    ["error ", "-pod:web-0", "error -pod:web-0"],
    ["error -pod:web-0 x", "pod:web-0", "error pod:web-0 x"],
    ["ns:shop", "namespace:shop", "ns:shop"],
    ["ns:shop", "-namespace:shop", "-namespace:shop"],
    ["a OR b", "level:error", "(a OR b) level:error"],
    ["(a OR b)", "level:error", "(a OR b) level:error"],
    ["LEVEL:Error", "level:error", "LEVEL:Error"],
    ["x", "source:previous", "x is:previous"],
    ["x", "reason:Back off", 'x reason:"Back off"'],
    ["reason:failed x", "reason:Failed", "reason:failed x"],
    ["x", 'logger:a(b) "c"', 'x logger:"a(b) \\"c\\""'],
    ["x", "path:>x", 'x path:">x"'],
    ["(pod:a b)", "-pod:a", "(pod:a b) -pod:a"],
    ['"open', "pod:a", '"open'],
    ["x", "two words:a", "x"],
    ["x", "status:", "x"],
    ["status:5 -x status:5", "-status:5", "-status:5 -x"],
  ])("%s with %s", (text, added, expected) => {
    expect(withTerm(text, term(added))).toBe(expected);
  });

  it.each([
    ["a pod:x b", "pod:x", "a b"],
    ["a AND pod:x", "pod:x", "a"],
    ["pod:x AND b", "pod:x", "b"],
    ["a AND pod:x AND b", "pod:x", "a AND b"],
    ["-pod:x", "-pod:x", ""],
    ["-pod:x", "pod:x", "-pod:x"],
    ["pod:x OR a", "pod:x", "pod:x OR a"],
    ["pod:x a pod:x", "pod:x", "a"],
  ])("%s without %s", (text, gone, expected) => {
    expect(withoutTerm(text, term(gone))).toBe(expected);
  });

  it.each([
    ["a after:10:14 b BEFORE:11:00", "a b"],
    ["around:10:14±5m", ""],
    ["a AND after:10:14", "a"],
    ["after:10:14 AND a  b", "a  b"],
    ['"after:10:14" /after:1 / -before:10:14', '"after:10:14" /after:1 / -before:10:14'],
    ["(after:10:14 a) b", "(after:10:14 a) b"],
    ["after:10:14 OR a", "after:10:14 OR a"],
    ['after:10:14 "open', 'after:10:14 "open'],
  ])("%s without times", (text, expected) => {
    expect(withoutTimes(text)).toBe(expected);
  });

  it("means what it meant and the term, and is as before without it", async () => {
    const texts = array(constantFrom("a", '"b c"', "-d", "(e OR f)", "/g h/", "level:warn", "AND i", "-status:7"), {
      maxLength: 5,
    });
    const values = oneof(
      constantFrom("7", "a b", ">=5", '"', "//x", "=", "\\"),
      string({ minLength: 1, maxLength: 4 }),
    );
    const terms = record({ field: constantFrom("pod", "status", "logger", "x.y"), value: values, exclude: boolean() });
    await assert(
      property(texts, terms, (parts, added) => {
        const text = ["x", ...parts].join(" ");
        const before = itemsOf(parseQuery(text));
        const longer = withTerm(text, added);
        const leaf = parseQuery(withTerm("", added));
        const opposite = parseQuery(withTerm("", { ...added, exclude: !added.exclude }));
        const kept = before.filter((item) => !same(item, opposite));
        const after = itemsOf(parseQuery(longer));
        expect(after.filter((item) => same(item, leaf))).not.toEqual([]);
        expect(after.filter((item) => !same(item, leaf))).toEqual(kept.filter((item) => !same(item, leaf)));
        expect(withTerm(longer, added)).toBe(longer);
        const shorter = itemsOf(parseQuery(withoutTerm(longer, added)));
        expect(shorter).toEqual(kept.filter((item) => !same(item, leaf)));
      }),
      { numRuns: 500 },
    );
  });
});

it("knows what can be asked for", () => {
  expect(["pod", "source", "status", "http.code", "@timestamp"].filter((name) => !isAskable(name))).toEqual([]);
  expect(["a b", "ns", "Status", "after", "7up", "ü", ""].filter(isAskable)).toEqual([]);
});

function itemsOf(query: Query): Query[] {
  return query.type === "and" ? query.items : [query];
}

function same(a: Query, b: Query): boolean {
  const fold = (query: Query) =>
    JSON.stringify(query, (key, value) => (key === "value" ? String(value).toLowerCase() : value));
  return fold(a) === fold(b);
}
