import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json-object.ts";
import { mangled } from "./fixtures/rancher-mangled.ts";
import { undoNulls } from "./rancher-nulls.ts";

const through = (object: JsonObject) => undoNulls(mangled(object), "a");

describe("undoNulls", () => {
  it.each<[string, JsonObject]>([
    ["the core group of roles", { rules: [{ apiGroups: ["", "apps"], resources: ["pods"] }] }],
    ["empty labels", { metadata: { labels: { "node-role.kubernetes.io/master": "", app: "" } } }],
    ["empty selectors of peers", { spec: { podSelector: {}, nodeSelector: { disk: "" }, ingress: [] } }],
    ["empty fields", { spec: { storageClassName: "", hostname: "", volumes: [{ medium: "" }] } }],
    [
      "times of conditions",
      { status: { conditions: [{ lastProbeTime: null, lastTransitionTime: null, message: "", z: 1 }] } },
    ],
    ["times of templates", { spec: { template: { metadata: { creationTimestamp: null, labels: { a: "b" } } } } }],
    ["roles without rules", { rules: null, z: 1 }],
    ["labels that look like times", { metadata: { labels: { startTime: "", rules: "", z: "1" } } }],
    ["a null at the end of an object", { spec: { anything: null } }],
    ["texts that end with a quote", { message: 'Failed to pull image "nginx:1"', reason: '"' }],
    ["keys that end with a quote", { metadata: { managedFields: [{ fieldsV1: { 'v:"10.52.0.0/24"': {} } }] } }],
    [
      "JSON in annotations",
      { metadata: { annotations: { applied: '{"metadata":{"creationTimestamp":null,"name":"x"}}\n' } } },
    ],
    ["JSON in JSON", { data: { a: JSON.stringify({ b: JSON.stringify({ c: null, d: "" }), e: "" }) } }],
  ])("gives back %s", (_, object) => {
    expect(through(object)).toEqual(object);
  });

  it("keeps the name of an object, and takes its namespace from the path", () => {
    const object = { metadata: { name: "null", namespace: "null" } };
    expect(undoNulls(object, "a")).toEqual({ metadata: { name: "null", namespace: "a" } });
    expect(undoNulls(object, "null")).toEqual({ metadata: { name: "null", namespace: "null" } });
  });

  it("shows a field whose value really was null or the word null as empty: nothing tells them apart", () => {
    expect(through({ data: { word: "null" }, anything: null, z: 1 })).toEqual({
      data: { word: "" },
      anything: "",
      z: 1,
    });
  });

  const text = fc.oneof(
    fc.constantFrom("", '"', 'image "nginx"', '{"a":null,"b":""}', "x"),
    fc.string({ unit: fc.constantFrom(...'ab"\\{}:, \n') }),
  );
  const leaf = fc.oneof(text, fc.integer(), fc.boolean());
  const key = fc.constantFrom("name", "labels", "rules", "time", "lastTime", "a.b/c", 'v:"x"', "data", "spec", "items");
  const value = fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("node"), { maxLength: 3 }), tie("object")),
    object: fc.dictionary(key, tie("node"), { maxKeys: 4 }),
  }));

  it("gives back any object without nulls of its own, apart from where a key says that it may be null", () => {
    fc.assert(
      fc.property(value.object, (object) => {
        const emptyAsNull = (found: unknown, expected: unknown): void => {
          if (found === null) expect(expected).toBe("");
          else if (Array.isArray(expected)) {
            for (const [at, item] of expected.entries()) emptyAsNull((found as unknown[])[at], item);
          } else if (typeof expected === "object" && expected !== null) {
            expect(Object.keys(found as object)).toEqual(Object.keys(expected));
            for (const [name, item] of Object.entries(expected)) emptyAsNull((found as JsonObject)[name], item);
          } else expect(found).toEqual(expected);
        };
        emptyAsNull(through(object as JsonObject), object);
      }),
      { numRuns: 500 },
    );
  });

  it("changes nothing the second time", () => {
    const anything = fc.dictionary(fc.oneof(key, fc.string()), fc.jsonValue({ maxDepth: 3, stringUnit: "binary" }));
    const hostile = fc.dictionary(
      key,
      fc.array(fc.oneof(text, fc.constantFrom("null", '"null"null', '"nullnull', '"null'))),
    );
    fc.assert(
      fc.property(fc.oneof(value.object, anything, hostile), (object) => {
        const once = undoNulls(object as JsonObject, "a");
        expect(undoNulls(once, "a")).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });
});
