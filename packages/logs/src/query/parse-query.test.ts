import { levels } from "@kubin/schema";
import {
  type Arbitrary,
  array,
  assert,
  constantFrom,
  integer,
  letrec,
  oneof,
  property,
  record,
  string,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuery } from "./format-query.ts";
import { parseQuery } from "./parse-query.ts";
import type { Query } from "./query.ts";
import { QueryError } from "./query-error.ts";

const capturedAt = new Date("2021-08-05T10:20:00Z");
const word = (text: string): Query => ({ type: "word", word: text });
const phrase = (text: string): Query => ({ type: "phrase", text });
const time = (op: ">=" | "<", iso: string): Query => ({ type: "time", op, at: Date.parse(iso) });

describe("parseQuery", () => {
  it.each<[string, Query]>([
    ["", { type: "all" }],
    ["  ", { type: "all" }],
    ["Error", word("error")],
    ["kube-apiserver", word("kube-apiserver")],
    ["http://10.0.0.1:6443/x?y=1", word("http://10.0.0.1:6443/x?y=1")],
    ["ÜBER", word("ÜBER".replace("BER", "ber"))],
    ["a b", { type: "and", items: [word("a"), word("b")] }],
    ["a AND b", { type: "and", items: [word("a"), word("b")] }],
    ["and or not", { type: "and", items: [word("and"), word("or"), word("not")] }],
    ["a b OR c", { type: "or", items: [{ type: "and", items: [word("a"), word("b")] }, word("c")] }],
    ["a (b OR c)", { type: "and", items: [word("a"), { type: "or", items: [word("b"), word("c")] }] }],
    ["((a))", word("a")],
    ["-a", { type: "not", item: word("a") }],
    ['-"a b" c', { type: "and", items: [{ type: "not", item: phrase("a b") }, word("c")] }],
    ["-(a OR b)", { type: "not", item: { type: "or", items: [word("a"), word("b")] } }],
    ["--v=4", word("--v=4")],
    ['"Timed Out"', phrase("Timed Out")],
    ['"say \\"hi\\" C:\\temp \\\\"', phrase('say "hi" C:\\temp \\')],
    ['"-a (b) OR level:error"', phrase("-a (b) OR level:error")],
    ["level:error", { type: "level", op: "=", level: "error" }],
    ["LEVEL:>=Warning", { type: "level", op: ">=", level: "warn" }],
    ["-level:<info", { type: "not", item: { type: "level", op: "<", level: "info" } }],
    ["ns:kube-*", { type: "field", field: "namespace", pattern: "kube-*" }],
    ['namespace:"a b"', { type: "field", field: "namespace", pattern: "a b" }],
    ["pod:web-0", { type: "field", field: "pod", pattern: "web-0" }],
    ["container:*", { type: "field", field: "container", pattern: "*" }],
    ["is:previous", { type: "source", source: "previous" }],
    ["after:2021-08-05T12:14:09+02:00", time(">=", "2021-08-05T10:14:09Z")],
    ["before:2021-08-05", time("<", "2021-08-05T00:00:00Z")],
    ['after:"2021-08-05 10:14:09.5"', time(">=", "2021-08-05T10:14:09.5Z")],
    ["after:10:14", time(">=", "2021-08-05T10:14:00Z")],
    ["before:10:14:09.25", time("<", "2021-08-05T10:14:09.25Z")],
    ["after:-15m", time(">=", "2021-08-05T10:05:00Z")],
    [
      "after:-2h before:-90s",
      { type: "and", items: [time(">=", "2021-08-05T08:20:00Z"), time("<", "2021-08-05T10:18:30Z")] },
    ],
    ["reason:Failed", word("reason:failed")],
  ])("%s", (text, query) => {
    expect(parseQuery(text, { capturedAt })).toEqual(query);
  });

  it.each([
    ['a "b', 2, 4, "never closed"],
    ['a ""', 2, 4, "empty"],
    ["(a", 0, 1, "never closed"],
    ["a)", 1, 2, "no opening"],
    ["a ()", 3, 4, "missing before"],
    ["a OR", 2, 4, "missing behind OR"],
    ["OR a", 0, 2, "missing before OR"],
    ["a OR AND b", 5, 8, "missing before AND"],
    ["- a", 0, 1, "directly before"],
    ["a -", 2, 3, "directly before"],
    ["-", 0, 1, "directly before"],
    ["a level:loud", 8, 12, '"loud" is no level; expected one of unknown, trace'],
    ["level:", 0, 6, "value is missing"],
    ["level:>unknown", 6, 14, "no rank"],
    ["is:gone", 3, 7, "expected is:current or is:previous"],
    ["after:soon", 6, 10, "expected 2021-08-05T10:14:09Z"],
    ["after:2021-02-31", 6, 16, "no time that exists"],
    ["after:25:00", 6, 11, "is no time"],
  ])("refuses %s at %i–%i", (...[text, from, to, message]) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ from, to });
    expect(error?.message).toContain(message);
  });

  it("refuses times that count from an unknown capture, endless nesting and endless lists", () => {
    expect(() => parseQuery("after:-15m")).toThrow("capture time is not known");
    expect(errorOf("(".repeat(2000))?.message).toContain("deep");
    expect(errorOf("-(".repeat(2000))?.message).toContain("deep");
    expect(errorOf("a ".repeat(101))).toMatchObject({ from: 200, to: 201 });
  });

  it("reads back what formatQuery writes", async () => {
    await assert(
      property(canonical.filter(hasAllowedSize), (query) => {
        expect(parseQuery(formatQuery(query), { capturedAt })).toEqual(query);
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws anything but a QueryError inside the text", async () => {
    const bits = constantFrom("a", " ", '"', "\\", "(", ")", "-", "OR", "level:", "after:", "10:14", ">=", "*", "é");
    await assert(
      property(array(oneof(bits, string({ maxLength: 2 })), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const error = errorOf(text);
        if (error)
          expect([error.from >= 0, error.from <= error.to, error.to <= text.length]).toEqual([true, true, true]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Longer ones are refused, which has a test of its own. */
function hasAllowedSize(query: Query): boolean {
  return termsOf(query) <= 100;
}

function termsOf(query: Query): number {
  if (query.type === "not") return termsOf(query.item);
  if (query.type === "and" || query.type === "or") return query.items.reduce((sum, item) => sum + termsOf(item), 0);
  return 1;
}

function errorOf(text: string): QueryError | undefined {
  try {
    parseQuery(text, { capturedAt });
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(QueryError);
    return error instanceof QueryError ? error : undefined;
  }
}

/** Trees that a text can give: words as they stand in it, lists of two and more that do not hold their own kind. */
const leaf: Arbitrary<Query> = oneof(
  constantFrom("error", "kube-apiserver", "10.0.0.1", "--v=4", 'msg="x', "é", "a:b", "or", "%_\\").map(word),
  string({ minLength: 1 }).map(phrase),
  constantFrom('"', "\\", '\\"', "a\\", "(OR", " ").map(phrase),
  record({
    type: constantFrom("level" as const),
    op: constantFrom("=", ">=", ">", "<=", "<"),
    level: constantFrom(...levels),
  }).filter(({ op, level }) => op === "=" || level !== "unknown"),
  record({
    type: constantFrom("field" as const),
    field: constantFrom("namespace", "pod", "container"),
    pattern: oneof(constantFrom("web-*", "*", "a b", 'q"', "(x)"), string({ minLength: 1 })),
  }),
  record({ type: constantFrom("source" as const), source: constantFrom("current", "previous") }),
  record({
    type: constantFrom("time" as const),
    op: constantFrom(">=", "<"),
    at: integer({ min: 0, max: 4_000_000_000 }).map((at) => at * 1000 + (at % 1000)),
  }),
);

const canonical = letrec<{ and: Query; or: Query; not: Query; query: Query }>((tie) => {
  const listOf = (type: "and" | "or", ...kinds: Arbitrary<Query>[]): Arbitrary<Query> =>
    array(oneof({ maxDepth: 3 }, leaf, ...kinds), { minLength: 2, maxLength: 3 }).map((items) => ({ type, items }));
  return {
    and: listOf("and", tie("or"), tie("not")),
    or: listOf("or", tie("and"), tie("not")),
    not: oneof({ maxDepth: 3 }, leaf, tie("and"), tie("or"), tie("not")).map((item) => ({
      type: "not" as const,
      item,
    })),
    query: oneof({ maxDepth: 3 }, leaf, tie("and"), tie("or"), tie("not")),
  };
}).query;
