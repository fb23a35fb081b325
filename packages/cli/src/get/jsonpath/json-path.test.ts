import { describe, expect, test } from "vitest";
import { evaluateJsonPath } from "./evaluate-json-path.ts";
import { parseJsonPath } from "./parse-json-path.ts";

// The document and most cases of https://kubernetes.io/docs/reference/kubectl/jsonpath/ (CC BY 4.0).
const document = {
  kind: "List",
  items: [
    {
      kind: "None",
      metadata: { name: "127.0.0.1", labels: { "kubernetes.io/hostname": "127.0.0.1" } },
      status: { capacity: { cpu: "4" }, addresses: [{ type: "LegacyHostIP", address: "127.0.0.1" }] },
    },
    {
      kind: "None",
      metadata: { name: "127.0.0.2" },
      status: {
        capacity: { cpu: "8" },
        addresses: [
          { type: "LegacyHostIP", address: "127.0.0.2" },
          { type: "another", address: "127.0.0.3" },
        ],
      },
    },
  ],
  users: [
    { name: "myself", user: {}, age: 30 },
    { name: "e2e", user: { username: "admin", password: "secret" }, age: 5 },
  ],
};

const evaluate = (template: string) => evaluateJsonPath(parseJsonPath(template), document);

describe("kubectl's JSONPath", () => {
  test.each([
    ["kind is {.kind}", "kind is List"],
    ["{.kind}", "List"],
    [".kind", "List"],
    ["kind", "List"],
    ["{['kind']}", "List"],
    ["{..name}", "127.0.0.1 127.0.0.2 myself e2e"],
    ["{.items[*].metadata.name}", "127.0.0.1 127.0.0.2"],
    ["{.users[0].name}", "myself"],
    ["{.users[-1].name}", "e2e"],
    ["{.items[0:1].metadata.name}", "127.0.0.1"],
    ["{.items[*]['metadata.name']}", ""],
    [String.raw`{.items[0].metadata.labels.kubernetes\.io/hostname}`, "127.0.0.1"],
    [`{.users[?(@.name=="e2e")].user.password}`, "secret"],
    [`{.users[?(@.age > 10)].name}`, "myself"],
    [`{.users[?(@.user.username)].name}`, "e2e"],
    [
      `{range .items[*]}[{.metadata.name}, {.status.capacity}] {end}`,
      `[127.0.0.1, {"cpu":"4"}] [127.0.0.2, {"cpu":"8"}] `,
    ],
    [`{range .items[*]}{.metadata.name}{"\\t"}{end}`, "127.0.0.1\t127.0.0.2\t"],
    [`{range .items}{.metadata.name}{"\\n"}{end}`, "127.0.0.1\n127.0.0.2\n"],
    [
      `{range .items[*]}{range .status.addresses[*]}{.type} {end}{$.kind}\n{end}`,
      "LegacyHostIP List\nLegacyHostIP another List\n",
    ],
    ["{.nothing.there}", ""],
    ["{.__proto__}{.constructor}", ""],
  ])("%s", (template, text) => expect(evaluate(template)).toBe(text));

  test.each([
    ["{.items[*}", /character 10: "]" is missing/],
    ["{range .items[*]}{.x}", /without {end}/],
    ["{end}", /without {range}/],
    ["{.a", /never closed/],
    ["{.a[?(1)]}", /a filter compares/],
  ])("%s is refused", (template, words) => {
    expect(() => parseJsonPath(template)).toThrow(
      expect.objectContaining({ code: "BAD_INPUT", message: expect.stringMatching(words) }),
    );
  });

  test("a deep document ends", () => {
    let deep: unknown = { name: "bottom" };
    for (let depth = 0; depth < 50_000; depth++) deep = { in: deep };
    expect(evaluateJsonPath(parseJsonPath("{..name}"), deep)).toBe("bottom");
  });
});
