import { parseQuery, resolvePods } from "@kubin/logs";
import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { compileQuery } from "./compile-query.ts";

const capturedAt = new Date("2021-08-05T10:20:00Z");
const compile = async (text: string): Promise<ReturnType<typeof compileQuery>> =>
  compileQuery(
    await resolvePods(parseQuery(text, { capturedAt }), async ({ pattern }) => [
      { namespace: "shop", names: pattern === "web" ? ["web-0", "web-1"] : [] },
      { namespace: "it's", names: pattern === "web" ? ["o"] : [] },
    ]),
  );

describe("compileQuery", () => {
  it.each<[string, string, unknown[]]>([
    ["", "1", []],
    ["Error", "hasAllTokens(lower(message), {p0:Array(String)})", [["error"]]],
    [
      "kube-apiserver",
      "(hasAllTokens(lower(message), {p0:Array(String)}) AND match(lower(message), {p1:String}))",
      [["kube", "apiserver"], "(?:\\A|[\\x00-/:-`{-\\x7f])kube\\x2dapiserver(?:\\z|[\\x00-/:-`{-\\x7f])"],
    ],
    // A word of digits could stand in a timestamp.
    [
      "14",
      "(hasAllTokens(lower(message), {p0:Array(String)}) OR match(lower(prefix), {p1:String}))",
      [["14"], "(?:\\A|[\\x00-/:-`{-\\x7f])14(?:\\z|[\\x00-/:-`{-\\x7f])"],
    ],
    ["=>", "match(lower(message), {p0:String})", ["\\x3d\\x3e"]],
    ['"Timed Out"', "lower(message) LIKE {p0:String}", ["%timed out%"]],
    ['"100%_\\\\"', "lower(message) LIKE {p0:String}", ["%100\\%\\_\\\\%"]],
    ['"409"', "(lower(message) LIKE {p0:String} OR lower(prefix) LIKE {p0:String})", ["%409%"]],
    [
      '"9Z error"',
      "(lower(message) LIKE {p0:String} OR (endsWith(lower(prefix), {p1:String}) AND lower(message) LIKE {p2:String}))",
      ["%9z error%", "9z ", "error%"],
    ],
    [
      '"stderr F x"',
      "(lower(message) LIKE {p0:String} OR (endsWith(lower(prefix), {p1:String}) AND lower(message) LIKE {p2:String}))",
      ["%stderr f x%", "stderr f ", "x%"],
    ],
    ["-level:>=error", "NOT level IN {p0:Array(String)}", [["error", "fatal"]]],
    ["pod:web_0 ns:kube-*", "(pod = {p0:String} AND namespace LIKE {p1:String})", ["web_0", "kube-%"]],
    ["pod:w_*", "pod LIKE {p0:String}", ["w\\_%"]],
    ["is:previous OR is:current", "(source = {p0:String} OR source = {p1:String})", ["previous", "current"]],
    ["after:10:14", "ts >= fromUnixTimestamp64Nano({p0:Int64}, 'UTC')", ["1628158440000000000"]],
    [
      "before:10:14",
      "(ts < fromUnixTimestamp64Nano({p0:Int64}, 'UTC') AND ts > fromUnixTimestamp64Nano({p1:Int64}, 'UTC'))",
      ["1628158440000000000", "-2208988800000000000"],
    ],
    ["/err.r\\d+/", "match(message, {p0:String})", ["err[\\x00-\\x{10ffff}]r(?:[\\x30-\\x39])+"]],
    [
      "/Lost: leader (a|B) é/i",
      "(hasAllTokens(lower(message), {p0:Array(String)}) AND match(lower(message), {p1:String}))",
      [["leader"], "lost: leader (?:a|b) é"],
    ],
    // What could begin in a timestamp is looked for in the whole line.
    ["/^2021.*x/", "match(concat(prefix, message), {p0:String})", ["\\A2021\\C*x"]],
    [
      "/T10:.* lost it/",
      "(hasAllTokens(lower(message), {p0:Array(String)}) AND match(concat(prefix, message), {p1:String}))",
      [["lost"], "T10:\\C* lost it"],
    ],
    ["/'; DROP/", "match(message, {p0:String})", ["'; DROP"]],
    ["method:GET", "lower(fields[{p0:String}]) = {p1:String}", ["method", "get"]],
    ["logger:Raft_*", "lower(fields[{p0:String}]) LIKE {p1:String}", ["logger", "raft\\_%"]],
    ["-trace:*", "NOT mapContains(fields, {p0:String})", ["trace"]],
    [
      "status:>=500",
      "(match(fields[{p0:String}], '^-?[0-9]{1,30}([.][0-9]{1,30})?$') AND toFloat64OrZero(fields[{p0:String}]) >= {p1:Float64})",
      ["status", 500],
    ],
    ["format:klog", "lower(format) = {p0:String}", ["klog"]],
    ["format:j*", "lower(format) LIKE {p0:String}", ["j%"]],
    ["format:*", "format != ''", []],
    [
      "reason:Failed",
      "(lower(fields[{p0:String}]) = {p1:String} OR (hasAllTokens(lower(message), {p2:Array(String)}) AND match(lower(message), {p3:String})))",
      [
        "reason",
        "failed",
        ["reason", "failed"],
        "(?:\\A|[\\x00-/:-`{-\\x7f])reason\\x3afailed(?:\\z|[\\x00-/:-`{-\\x7f])",
      ],
    ],
    ['it:"o\'s"', "lower(fields[{p0:String}]) = {p1:String}", ["it", "o's"]],
    [
      "workload:web",
      "((namespace = {p0:String} AND pod IN {p1:Array(String)}) OR (namespace = {p2:String} AND pod IN {p3:Array(String)}))",
      ["shop", ["web-0", "web-1"], "it's", ["o"]],
    ],
    ["node:n1 -node:n1", "(0 AND NOT 0)", []],
  ])("%s", async (text, sql, values) => {
    const compiled = await compile(text);
    expect(compiled.sql).toBe(sql);
    expect(Object.values(compiled.params)).toEqual(values);
  });

  it("puts no text of a user into the statement", async () => {
    const text = array(constantFrom("'", "\\", "%", "_", "{p0:String}", "--", ";", "`", "x"), { minLength: 1 });
    await assert(
      property(text, string(), (parts, rest) => {
        const needle = `${parts.join("")}${rest}`;
        const query = { type: "phrase" as const, text: needle };
        const { sql } = compileQuery({
          type: "and",
          items: [
            query,
            { type: "word", word: needle },
            { type: "attribute", name: needle, op: "=", value: needle, word: needle },
            { type: "pods", pods: [{ namespace: needle, names: [needle] }] },
            {
              type: "regex",
              pattern: needle.replace(/[!-/:-@[-^`{-~]/g, "\\$&").replace(/[^ -~]/g, "x"),
              ignoreCase: true,
            },
          ],
        });
        expect(sql.replace(/\{p\d+:(String|Array\(String\)|Float64)\}/g, "?")).toMatch(
          /^\((lower\((message|prefix)\) LIKE \?|hasAllTokens\(lower\(message\), \?\)|match\(lower\((message|prefix|concat\(prefix, message\))\), \?\)|endsWith\(lower\(prefix\), \?\)|lower\(fields\[\?\]\) (=|LIKE) \?|mapContains\(fields, \?\)|namespace = \?|pod IN \?| AND | OR |[()])+\)$/,
        );
      }),
    );
  });
});
