import { expect, test } from "vitest";
import { parseWhat } from "./parse-what.ts";

test.each([
  ["pods", [], [{ kind: "pods", names: [] }]],
  ["pod", ["a", "b"], [{ kind: "pod", names: ["a", "b"] }]],
  [
    "deploy,svc",
    [],
    [
      { kind: "deploy", names: [] },
      { kind: "svc", names: [] },
    ],
  ],
  [
    "pod/a",
    ["deploy/b"],
    [
      { kind: "pod", names: ["a"] },
      { kind: "deploy", names: ["b"] },
    ],
  ],
])("%s %j", (kind, names, what) => expect(parseWhat(kind, names)).toEqual(what));

test.each([
  ["pod/a", ["b"]],
  ["pod/", []],
  ["pod/a/b", []],
  ["deploy,svc", ["a"]],
  [",", []],
])("%s %j is refused", (kind, names) => {
  expect(() => parseWhat(kind, names)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});
