import { readFile } from "node:fs/promises";
import { levels } from "@kubin/schema";
import {
  type Arbitrary,
  array,
  assert,
  boolean,
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

const regex = (pattern: string, ignoreCase = false): Query => ({ type: "regex", pattern, ignoreCase });
const attribute = (name: string, text: string): Query & { type: "attribute" } => {
  const [, op = "=", value = ""] = /^(>=|<=|>|<)?(.*)$/.exec(text) ?? [];
  return { type: "attribute", name, op: op === ">=" || op === "<=" || op === ">" || op === "<" ? op : "=", value };
};
const around = (from: string, to: string): Query => ({ type: "and", items: [time(">=", from), time("<", to)] });
const around14 = [time(">=", "2021-08-05T10:13:59Z"), time("<", "2021-08-05T10:14:01Z")];

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
    ["around:10:14", around("2021-08-05T10:09:00Z", "2021-08-05T10:19:00Z")],
    ["around:10:14±30s", around("2021-08-05T10:13:30Z", "2021-08-05T10:14:30Z")],
    ["around:2021-08-05T12:14:00+02:00+-1h", around("2021-08-05T09:14:00Z", "2021-08-05T11:14:00Z")],
    ["around:-15m~500ms", around("2021-08-05T10:04:59.500Z", "2021-08-05T10:05:00.500Z")],
    ['around:"2021-08-05 10:14 ±1m"', around("2021-08-05T10:13:00Z", "2021-08-05T10:15:00Z")],
    ["around:10:14~1s a", { type: "and", items: [...around14, word("a")] }],
    ["/err.r/", regex("err.r")],
    ["-/a b|c/i", { type: "not", item: regex("a b|c", true) }],
    ["(/a\\/b\\\\/ OR /c/)", { type: "or", items: [regex("a/b\\\\"), regex("c")] }],
    ["/api/v1/pods", word("/api/v1/pods")],
    ["/var /log", { type: "and", items: [word("/var"), word("/log")] }],
    ["/a/x /b/", { type: "and", items: [word("/a/x"), regex("b")] }],
    ["// /", { type: "and", items: [word("//"), word("/")] }],
    ["\\/a/ \\\\/b", { type: "and", items: [word("/a/"), word("\\/b")] }],
    ["status:>=500", attribute("status", ">=500")],
    ["Status:=5*", attribute("status", "5*")],
    ["duration:>1.5s", attribute("duration", ">1500")],
    ["duration:<=20us", attribute("duration", "<=0.02")],
    ["duration:<3m", attribute("duration", "<180000")],
    ["duration:1s", attribute("duration", "1000")],
    ["duration:>250", attribute("duration", ">250")],
    ["method:GET", attribute("method", "GET")],
    ['path:"/a b"', attribute("path", "/a b")],
    ["path:/api/*", attribute("path", "/api/*")],
    ["logger:foo*", attribute("logger", "foo*")],
    ['status:">=500"', { type: "attribute", name: "status", op: "=", value: ">=500" }],
    ["format:klog", attribute("format", "klog")],
    ["reason:Failed", { ...attribute("reason", "Failed"), word: "reason:failed" }],
    ["kubelet.go:1234", { ...attribute("kubelet.go", "1234"), word: "kubelet.go:1234" }],
    ["retries:>3", { ...attribute("retries", ">3"), word: "retries:>3" }],
    ["a:=b", { ...attribute("a", ""), value: "=b", word: "a:=b" }],
    ["@message:*", { ...attribute("@message", "*"), word: "@message:*" }],
    ['reason:"Back off"', attribute("reason", "Back off")],
    ["10:14:09", word("10:14:09")],
    ["panic:", word("panic:")],
    ["workload:deploy/web", { type: "podsOf", of: "workload", pattern: "deploy/web" }],
    ["NODE:worker-*", { type: "podsOf", of: "node", pattern: "worker-*" }],
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
    ["around:soon~5m", 7, 14, "is no time"],
    ["around:10:14±0s", 7, 15, "longer than nothing"],
    ["a /b(c/", 4, 5, "never closed"],
    ["a /b)/", 4, 5, "no opening"],
    ["/a**/", 3, 4, "repetition of a repetition"],
    ["/+/", 1, 2, "Nothing stands before this +"],
    ["/a\\/[b/", 4, 6, "never closed"],
    ["/[z-a]/", 2, 5, "expected a-z"],
    ["/[à-ü]/", 2, 5, "only characters of ASCII"],
    ["/[^é]/", 1, 5, "only characters of ASCII"],
    ["/\\pL/", 1, 3, "not understood"],
    ["/(?=a)/", 1, 3, "not understood"],
    ["/(a{20}){11}/", 1, 12, "repeats too much"],
    ["/a{150}b{51}/", 7, 12, "repeats too much"],
    ["/\\xff/", 1, 4, "up to 7f"],
    ["status:>x", 7, 9, '"x" is no number'],
    ["status:>", 7, 8, "value is missing"],
    ["duration:>1y", 9, 12, '"1y" is no duration'],
    ["path:", 0, 5, "value is missing"],
    ["workload:pod/x", 9, 14, "names no workload"],
    ['reason:"open', 7, 12, "never closed"],
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

  it("takes every example of its documentation", async () => {
    const page = await readFile(new URL("../../../../docs/query-language.md", import.meta.url), "utf8");
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));
    const examples = rows.flatMap((row) =>
      [...(row.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, one]) => one),
    );
    expect(examples.length).toBeGreaterThan(40);
    for (const example of examples) expect(errorOf(example ?? ""), example).toBeUndefined();
  });

  it("never throws anything but a QueryError inside the text", async () => {
    const bits = constantFrom(
      "a",
      " ",
      '"',
      "\\",
      "(",
      ")",
      "-",
      "OR",
      "level:",
      "after:",
      "10:14",
      ">=",
      "*",
      "é",
      "/",
      "status:",
      "x:",
      "around:",
      "±",
      "duration:",
      "[",
      "{2,1}",
      "i ",
      "workload:",
    );
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
  constantFrom("error", "kube-apiserver", "10.0.0.1", "--v=4", 'msg="x', "é", "1:b", "or", "%_\\").map(word),
  constantFrom("/", "/a", "/a/", "/a/b", "b/", "\\/a", "//").map(word),
  record({
    type: constantFrom("regex" as const),
    pattern: constantFrom("a", "a/b", "\\\\/", " ", "(a|b) c", "\\.", "[/]", "\\("),
    ignoreCase: boolean(),
  }),
  constantFrom("status:>=500", "duration:1500", 'logger:"a b"', 'path:">x"', "a.b:c*", "x:<5", "x:<y").map((text) =>
    parseQuery(text),
  ),
  constantFrom('x:"a"', 'x:"//"', "x:b/", 'x:"b/ /"', "format:a/").map((text) => parseQuery(text)),
  record({
    type: constantFrom("podsOf" as const),
    of: constantFrom("node" as const),
    pattern: constantFrom("n1", "w*", "a b"),
  }),

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
