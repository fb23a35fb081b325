import { array, assert, constantFrom, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { completeQuery, insertCompletion } from "./complete-query.ts";

/** `|` is the caret. */
function complete(marked: string) {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  return { text, completion: completeQuery(text, caret) };
}

function inserted(marked: string, value: string): string | undefined {
  const { text, completion } = complete(marked);
  if (!completion) return undefined;
  const done = insertCompletion(text, completion, value);
  return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`;
}

describe("completion", () => {
  it.each([
    ["|", ["level:", "ns:", "namespace:"]],
    ["a |", ["level:", "ns:", "namespace:"]],
    ["a -na|", ["namespace:"]],
    ["(St|)", ["status:"]],
    ["sta|tus:500", ["status:"]],
    ["level:|", [">=warn", ">=error", "error"]],
    ["-level:w| x", ["warn"]],
    ["level:>=w|", [">=warn"]],
    ["level:>f|", ["fatal"]],
    ["is:p|", ["previous"]],
    ["before:-|", ["-15m", "-1h"]],
    ["around:10|", ["10:14±5m", "10:14:09±30s"]],
    ["sha2|", []],
    ["ns:ku|be", []],
  ])("%s begins with %j", (marked, labels) => {
    const { completion } = complete(marked);
    expect(completion?.options.slice(0, 3).map(({ label }) => label)).toEqual(labels.slice(0, 3));
  });

  it.each([
    ["ns:ku|be x", { from: 3, to: 7, kind: "value", field: "namespace", typed: "ku" }],
    ["status:>=5|", { from: 9, to: 10, kind: "value", field: "status", typed: "5" }],
    ["http.code:|", { from: 10, to: 10, kind: "value", field: "http.code", typed: "" }],
    ['pod:|"a b" x', { from: 4, to: 9, kind: "value", field: "pod", typed: "" }],
    ["workload:deploy/w|", { from: 9, to: 17, kind: "value", field: "workload", typed: "deploy/w" }],
    ["req|uest", { from: 0, to: 7, kind: "field", typed: "req" }],
  ])("%s", (marked, expected) => {
    expect(complete(marked).completion).toMatchObject(expected);
  });

  it.each(['"a |b"', '"a |', 'pod:"a |', 'pod:"a b"|', "/a |b/", "/a|", "10:1|", "http://x|", "level:loud|", '"a"|'])(
    "%s completes nothing",
    (marked) => {
      expect(complete(marked).completion).toBeUndefined();
    },
  );

  it.each([
    ["a na|", "namespace:", "a namespace:|"],
    ["sta|te:5", "status:", "status:|5"],
    ["sha|", "sha256", "sha256:|"],
    ["level:|", ">=warn", "level:>=warn|"],
    ["status:>=|", "500", "status:>=500|"],
    ["pod:w| b", "web-0", "pod:web-0| b"],
    ["(pod:w|)", "web-0", "(pod:web-0|)"],
    ["logger:|", "a b", 'logger:"a b"|'],
    ['pod:|"a b" c', "d e", 'pod:"d e"| c'],
    ["path:|", ">x", 'path:">x"|'],
  ])("%s with %s is %s", (marked, value, expected) => {
    expect(inserted(marked, value)).toBe(expected);
  });

  it("never throws, and replaces what is typed", async () => {
    const bits = constantFrom("a", "ns:", "level:", ">=", '"', "/", " ", "(", ")", "-", "OR", ":", "//", "é", "\\");
    await assert(
      property(array(bits, { maxLength: 8 }), nat({ max: 20 }), (parts, at) => {
        const text = parts.join("");
        const caret = Math.min(at, text.length);
        const completion = completeQuery(text, caret);
        if (!completion) return;
        const { from, to, typed } = completion;
        expect([from <= caret, caret <= to, to <= text.length]).toEqual([true, true, true]);
        expect(text.slice(from, caret)).toBe(typed);
      }),
      { numRuns: 2000 },
    );
  });
});
