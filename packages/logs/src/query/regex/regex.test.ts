import { array, assert, constantFrom, oneof, property, string, tuple } from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../lines/line-text.ts";
import { parseLine } from "../../parse/parse-line.ts";
import { QueryError } from "../query-error.ts";
import { matchesRegex } from "./matches-regex.ts";
import { parseRegex } from "./parse-regex.ts";
import { planRegex } from "./plan-regex.ts";

const regex = (pattern: string, ignoreCase = false) => ({ type: "regex" as const, pattern, ignoreCase });
const plan = (pattern: string, ignoreCase = false) => planRegex(regex(pattern, ignoreCase));

const bits = oneof(
  constantFrom(
    "a",
    "b",
    "Err",
    "error",
    " ",
    "=",
    "_",
    "10",
    ":",
    "T",
    "Z ",
    "stderr F ",
    "/",
    "-",
    "\\.",
    "\\-",
    "\\/",
  ),
  constantFrom(".", ".*", "\\d", "\\d+", "\\w", "\\s", "\\S", "\\W+", "\\D", "\\b", "\\B", "^", "$", "\\A", "\\z"),
  constantFrom(
    "(",
    ")",
    "(?:",
    "(?i)",
    "(?P<n>",
    "|",
    "*",
    "+",
    "?",
    "??",
    "{2}",
    "{1,3}",
    "{,2}",
    "{2,1}",
    "{0}",
    "*?",
  ),
  constantFrom(
    "[",
    "]",
    "[^",
    "[a-c]",
    "[^a]",
    "[]a]",
    "[a-]",
    "[-a]",
    "[\\d_]",
    "[^\\W_]",
    "[+--]",
    "[ -~]",
    "\\x41",
    "\\x{42}",
  ),
  string({ maxLength: 2, unit: "binary-ascii" }),
);
const anyPattern = array(bits, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(""));
const stamps = constantFrom("", "2021-08-05T10:14:09Z ", "2021-08-05T10:14:09.4-02:30 stderr F ");
const texts = array(constantFrom("a", "b", "error", "Err", " ", "=", "_", "10", ":", "T", ".", "-", "/", "\t", "Z "), {
  maxLength: 8,
}).map((parts) => parts.join(""));

function read(pattern: string): boolean {
  try {
    parseRegex({ pattern, ignoreCase: false });
    return true;
  } catch (problem) {
    expect(problem).toBeInstanceOf(QueryError);
    const { from, to } = problem instanceof QueryError ? problem : { from: -1, to: -1 };
    expect([from >= 0, from < to, to <= pattern.length]).toEqual([true, true, true]);
    return false;
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("an expression", () => {
  it("means in ASCII what RE2 says", async () => {
    let taken = 0;
    await assert(
      property(anyPattern, tuple(stamps, texts), (pattern, [stamp, text]) => {
        if (!read(pattern)) return;
        taken += 1;
        const expected = RE2JS.compile(pattern, RE2JS.DOTALL)
          .matcher(stamp + text)
          .find();
        expect(matchesRegex(regex(pattern), bytesOf(stamp + text))).toBe(expected);
        // Of the letters of ASCII no other is a case.
        const folding = RE2JS.compile(pattern, RE2JS.DOTALL | RE2JS.CASE_INSENSITIVE);
        expect(matchesRegex(regex(pattern, true), bytesOf(stamp + text))).toBe(folding.matcher(stamp + text).find());
      }),
      { numRuns: 1500 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  it("is planned so that no line is lost: words are there, and the message alone decides where it is said to", async () => {
    await assert(
      property(anyPattern, tuple(stamps, texts), constantFrom(true, false), (pattern, [stamp, text], ignoreCase) => {
        if (!read(pattern)) return;
        const line = bytesOf(stamp + text);
        const message = line.subarray(parseLine(line).prefixBytes);
        const { re2, wholeLine, words, ...planned } = plan(pattern, ignoreCase);
        const matches = matchesRegex(regex(pattern, ignoreCase), line);
        if (!wholeLine) expect(matchesRegex(regex(pattern, ignoreCase), message)).toBe(matches);
        const wanted = wholeLine ? stamp + text : new TextDecoder().decode(message);
        const spelled = RE2JS.compile(re2.replaceAll("\\C", "[\\x00-\\x{10ffff}]"));
        expect(spelled.matcher(planned.ignoreCase ? wanted.toLowerCase() : wanted).find()).toBe(matches);
        if (matches) expect(wordsOf(new TextDecoder().decode(message))).toEqual(expect.arrayContaining(words));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ["error", false, []],
    [" error ", true, ["error"]],
    [" 404 z ", true, []],
    ["failed to sync: \\w+ not found", false, ["to", "sync", "not"]],
    ["level=(a|b) Foo-bar: ", false, ["foo", "bar"]],
    ["x timed out", false, ["timed"]],
    ["\\d+ms", true, []],
    ["^I0805", true, []],
    ["timeout after \\d+s", false, ["after"]],
    ["xéy kö z", false, ["kö"]],
    [": 404 x", false, ["404"]],
    [":( a| b) x [e] y_z ", false, ["x", "e", "y", "z"]],
    ["x(?: y )+ z w", false, ["z"]],
    ["x(?: y )+z w", false, []],
    ["\\[etcd\\]\\s+lost", false, ["etcd"]],
  ])("%s is looked for with its whole words", (pattern, wholeLine, words) => {
    expect(plan(pattern)).toMatchObject({ wholeLine, words });
  });

  it("takes a character beyond ASCII for one, and as many as there are for whatever stands there", () => {
    const broken = Uint8Array.of(0x61, 0xff, 0x62);
    for (const pattern of ["a.b", "a.*b", "a.?b", "a.+b", "a[^x]b"])
      expect(matchesRegex(regex(pattern), bytesOf("aéb")), pattern).toBe(true);
    expect(matchesRegex(regex("a.*b"), broken)).toBe(true);
    expect(matchesRegex(regex("a.b"), broken)).toBe(false);
    expect(matchesRegex(regex("a[^x]b"), bytesOf("a日b"))).toBe(true);
    expect(matchesRegex(regex("a[^x]b"), broken)).toBe(false);
    expect(matchesRegex(regex("É", true), bytesOf("é"))).toBe(false);
    expect(matchesRegex(regex("\\x{65e5}|[éü]"), bytesOf("日"))).toBe(true);
  });

  it("in any case when it begins with (?i)", () => {
    expect(matchesRegex(regex("(?i)err[O]r"), bytesOf("ERRoR"))).toBe(true);
    expect(plan("(?i)x Y ")).toMatchObject({ ignoreCase: true, re2: "x y ", words: ["y"] });
  });
});
