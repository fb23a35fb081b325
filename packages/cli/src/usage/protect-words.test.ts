import { expect, test } from "vitest";
import { plainArgs, protectWords } from "./protect-words.ts";

const shown = (argv: string[]) => protectWords(argv).map((word) => word.replace("\u0000", "§"));

test.each([
  [
    ["search", '-healthz "connection refused"'],
    ["search", '§-healthz "connection refused"'],
  ],
  [
    ["search", "timeout", "-healthz", "--count"],
    ["search", "timeout", "§-healthz", "--count"],
  ],
  [
    ["search", "-a", "OR", "b"],
    ["search", "§-a", "OR", "b"],
  ],
  [
    ["search", "x", "-C3", "-q"],
    ["search", "x", "-C3", "-q"],
  ],
  [
    ["search", "x", "-C", "3", "--cuont"],
    ["search", "x", "-C", "3", "--cuont"],
  ],
  [
    ["-q", "search", "--", "-x", "--count"],
    ["-q", "search", "§-x", "§--count"],
  ],
  [
    ["get", "pods", "-owide"],
    ["get", "pods", "-owide"],
  ],
  [
    ["import", "--", "-odd.tar"],
    ["import", "§-odd.tar"],
  ],
])("%j", (argv, marked) => expect(shown(argv)).toEqual(marked));

test("marks come off; of what was given twice the last counts, lists stay lists", () => {
  const args = { query: ["a", "\u0000-b"], server: ["one", "two"], _: ["search"], source: "\u0000-odd.tar", limit: 3 };
  expect(plainArgs(args, new Set(["query", "_"]))).toEqual({
    query: ["a", "-b"],
    server: "two",
    _: ["search"],
    source: "-odd.tar",
    limit: 3,
  });
});
