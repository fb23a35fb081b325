import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../bundle/json-object.ts";
import { packAll } from "../packing/fixtures/pack-all.ts";
import { treeSource } from "../packing/fixtures/tree-source.ts";
import { redactDocument, redactObject } from "./redact-object.ts";
import type { RedactedItem } from "./redacted.ts";
import { dataMark, textMark } from "./secret-mark.ts";

function redact(object: JsonObject, plural?: string) {
  const rules: string[] = [];
  return { object: redactObject(object, { plural, onRedact: (rule) => rules.push(rule) }), rules };
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("values of Secrets", () => {
  it("become marks that tell the length of the value and nothing else", () => {
    const { object, rules } = redact({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s" },
      type: "Opaque",
      data: { password: base64("hunter2"), empty: "", key: base64("é") },
      stringData: { token: "añb" },
    });
    expect(object).toEqual({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s" },
      type: "Opaque",
      data: {
        password: "‹redacted:secret:7 bytes›",
        empty: "‹redacted:secret:0 bytes›",
        key: "‹redacted:secret:2 bytes›",
      },
      stringData: { token: "‹redacted:secret:4 bytes›" },
    });
    expect(rules).toEqual(Array(4).fill("secret-value"));
  });

  it("keep the length that another tool's mask tells", () => {
    expect(dataMark("OTE2IGJ5dGVzIGxvbmc=")).toBe("‹redacted:secret:916 bytes›");
    expect(textMark("12 bytes long")).toBe("‹redacted:secret:12 bytes›");
  });

  it("are found in Templates, Lists, custom resources, and among secrets whatever the object calls itself", () => {
    const secret = { kind: "Secret", data: { k: base64("value") }, stringData: { t: "value" } };
    const hidden = { k: "‹redacted:secret:5 bytes›" };
    for (const around of [
      { kind: "Template", objects: [secret] },
      { kind: "List", items: [{ kind: "List", items: [secret] }] },
      { kind: "Thing", spec: { a: [[{ b: secret }]] } },
    ]) {
      const text = JSON.stringify(redact(around).object);
      expect(text).toContain(JSON.stringify(hidden).slice(1, -1));
      expect(text).not.toContain(base64("value"));
      expect(text).not.toContain('"value"');
    }
    expect(redact({ kind: "Sneaky", data: { k: "eA==" } }, "secrets").object.data).toEqual({
      k: "‹redacted:secret:1 bytes›",
    });
    expect(redact({ kind: "SecretList", items: [{ data: { k: "eA==" } }] }).object.items).toEqual([
      { data: { k: "‹redacted:secret:1 bytes›" } },
    ]);
  });

  it("do not leave in any other shape", () => {
    for (const data of ["raw", ["a", { b: "raw" }], 5, true, { k: { nested: "raw" } }, { k: ["raw"] }]) {
      expect(JSON.stringify(redact({ kind: "Secret", data }).object)).not.toMatch(/raw|5|true/);
    }
    expect(redact({ kind: "Secret", data: null }).object).toEqual({ kind: "Secret", data: null });
  });

  it("are left alone where nothing is a Secret", () => {
    const object = { kind: "ConfigMap", data: { k: "v" }, spec: { secretRef: { kind: "Secret", name: "s" } } };
    expect(redact(object)).toEqual({ object, rules: [] });
  });
});

describe("annotations and bookkeeping", () => {
  it("last-applied-configuration, token values and managedFields are dropped wherever they stand", () => {
    const metadata = (more: object) => ({ annotations: { keep: "1", ...more }, managedFields: [{ manager: "x" }] });
    const applied = metadata({ "kubectl.kubernetes.io/last-applied-configuration": '{"password":"x"}' });
    const { object, rules } = redact({
      kind: "List",
      items: [
        { kind: "Deployment", metadata: applied, spec: { template: { metadata: applied } } },
        { kind: "ServiceAccount", metadata: metadata({ "openshift.io/token-secret.value": "x" }) },
      ],
    });
    const kept = { annotations: { keep: "1" } };
    expect(object.items).toEqual([
      { kind: "Deployment", metadata: kept, spec: { template: { metadata: kept } } },
      { kind: "ServiceAccount", metadata: kept },
    ]);
    expect(rules.sort()).toEqual([
      "last-applied-configuration",
      "last-applied-configuration",
      "managed-fields",
      "managed-fields",
      "managed-fields",
      "token-annotation",
    ]);
  });
});

describe("redaction", () => {
  const canary = "CANARY";
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean());
  const tree = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("any"), { maxLength: 3 }), tie("object")),
    object: fc.dictionary(
      fc.oneof(fc.constantFrom("kind", "data", "stringData", "items", "metadata", "__proto__"), fc.string()),
      fc.oneof(tie("any"), fc.constantFrom("Secret", "List", "SecretList")),
      { maxKeys: 4 },
    ),
  }));
  const object = tree.object as fc.Arbitrary<JsonObject>;

  it("does not change its input, and a second time changes nothing", () => {
    fc.assert(
      fc.property(object, (input) => {
        const before = structuredClone(input);
        const once = redact(input);
        expect(input).toEqual(before);
        const twice = redact(once.object);
        expect(twice.object).toEqual(once.object);
        expect(twice.rules).toEqual([]);
      }),
    );
  });

  it("does not let what lies too deep to be looked at out", () => {
    let deep: unknown = { kind: "Secret", stringData: { k: canary } };
    for (let level = 0; level < 5000; level++) deep = level % 2 ? { a: deep } : [deep];
    const { object: found, rules } = redact({ kind: "Thing", deep });
    expect(JSON.stringify(found)).not.toContain(canary);
    expect(rules).toEqual(["too-deep"]);
    expect(JSON.stringify(redactDocument([deep], () => undefined).value)).not.toContain(canary);
  });

  it("lets no planted secret into any byte that leaves, in any form of file", async () => {
    const place = fc.constantFrom("data", "stringData");
    const wrap = fc.constantFrom("plain", "list", "template", "last-applied", "yaml");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, wrap), { minLength: 1, maxLength: 5 }), async (plants) => {
        const files: Record<string, string> = {};
        for (const [index, [key, form]] of plants.entries()) {
          const value = key === "data" ? base64(`${canary}-${index}-value`) : `${canary}-${index}`;
          const secret = {
            apiVersion: "v1",
            kind: "Secret",
            metadata: { name: `s${index}`, namespace: "a" },
            [key]: { k: value },
          };
          files[`r/namespaces/a/core/secrets/s${index}.yaml`] = shaped(secret, form);
        }
        const { everything, records } = await packAll(treeSource(files));
        expect(records.length).toBe(plants.length);
        expect(everything).not.toContain(canary);
        expect(everything).not.toContain(base64(`${canary}-`).slice(0, 8));
      }),
      { numRuns: 40 },
    );
  });

  it("cannot be left out: an object as it was read does not type-check as an item to pack", () => {
    const raw: JsonObject = { kind: "Secret" };
    // @ts-expect-error only redactObject makes such an object
    const item: RedactedItem = { plural: "secrets", object: raw };
    expect(item.object).toBe(raw);
  });
});

function shaped(secret: JsonObject, form: string): string {
  const metadata = secret.metadata as JsonObject;
  switch (form) {
    case "list":
      return JSON.stringify({ apiVersion: "v1", kind: "SecretList", items: [{ ...secret, kind: undefined }] });
    case "template":
      return JSON.stringify({ apiVersion: "template.openshift.io/v1", kind: "Template", metadata, objects: [secret] });
    case "last-applied": {
      const annotations = { "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify(secret) };
      return JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { ...metadata, annotations } });
    }
    case "yaml": {
      const key = "data" in secret ? "data" : "stringData";
      const value = (secret[key] as { k: string }).k;
      return `---\napiVersion: v1\nitems:\n- ${key}:\n    k: >-\n      ${value}\n  metadata:\n    name: ${metadata.name}\n    namespace: a\nkind: SecretList\n`;
    }
    default:
      return JSON.stringify(secret, null, 2);
  }
}
