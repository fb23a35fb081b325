import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../bundle/json-object.ts";
import { packAll } from "../packing/fixtures/pack-all.ts";
import { treeSource } from "../packing/fixtures/tree-source.ts";
import { testRedactor } from "./fixtures/redact.ts";

let tested: Awaited<ReturnType<typeof testRedactor>>;
beforeAll(async () => {
  tested = await testRedactor();
});

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Every place where a secret may stand in an object, as a function of it. */
const places: Record<string, (secret: string) => JsonObject> = {
  data: (secret) => ({ kind: "Secret", data: { k: base64(secret) } }),
  stringData: (secret) => ({ kind: "Secret", stringData: { k: secret } }),
  listed: (secret) => ({ kind: "List", items: [{ kind: "SecretList", items: [{ data: { k: base64(secret) } }] }] }),
  env: (secret) => ({ kind: "Pod", spec: { containers: [{ env: [{ name: "DB_PASSWORD", value: secret }] }] } }),
  argument: (secret) => ({
    kind: "Pod",
    spec: { containers: [{ args: [`--password=${secret}`, "--token", secret] }] },
  }),
  annotation: (secret) => ({ kind: "Pod", metadata: { annotations: { "example.com/api-key": secret } } }),
  applied: (secret) => ({
    kind: "Pod",
    metadata: {
      annotations: { "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify({ password: secret }) },
    },
  }),
  custom: (secret) => ({ kind: "Thing", spec: { a: [{ clientSecret: secret, nested: { accessToken: secret } }] } }),
  pair: (secret) => ({ kind: "Thing", spec: { parameters: [{ name: "admin.password", value: secret }] } }),
  configKey: (secret) => ({ kind: "ConfigMap", data: { "db.password": secret } }),
  properties: (secret) => ({ kind: "ConfigMap", data: { "a.properties": `user=x\ndb.password=${secret}\nport=1\n` } }),
  yaml: (secret) => ({ kind: "ConfigMap", data: { "a.yaml": `a:\n  password: ${JSON.stringify(secret)}\n` } }),
  json: (secret) => ({ kind: "ConfigMap", data: { "a.json": JSON.stringify({ a: { token: secret } }) } }),
  jsonInJson: (secret) => ({
    kind: "Thing",
    spec: { text: JSON.stringify({ inner: JSON.stringify({ password: secret }) }) },
  }),
  base64Json: (secret) => ({
    kind: "Thing",
    spec: { text: base64(JSON.stringify({ password: secret, more: "text" })) },
  }),
  dataUrl: (secret) => ({
    kind: "MachineConfig",
    spec: { source: `data:,${encodeURIComponent(`password=${secret}\n`)}` },
  }),
  binary: (secret) => ({ kind: "ConfigMap", binaryData: { k: base64(`password=${secret}\n`) } }),
  template: (secret) => ({ kind: "Template", objects: [{ kind: "secret", stringData: { k: secret } }] }),
  embedded: (secret) => ({
    kind: "ConfigMap",
    data: {
      "s.yaml": `kind: Secret\nmetadata:\n  name: x\ndata:\n  k: ${base64(secret)}\nstringData:\n  l: ${secret}\n`,
    },
  }),
  address: (secret) => ({ kind: "Thing", spec: { note: `amqp://user:${encodeURIComponent(secret)}@mq.example.com/` } }),
};

/** No place for a secret of these: longer than a word, and with nothing that a shell or YAML would read otherwise. */
const secret = fc
  .string({
    unit: fc.constantFrom(..."abcdefghkmnpqrstuvwxyzABCDEFGHKMNPQRSTUVWXYZ23456789!%*+_.-é"),
    minLength: 4,
    maxLength: 30,
  })
  .map((text) => `Cn4ry${text}9Z`);

function formsOf(text: string): string[] {
  return [text, base64(text), encodeURIComponent(text), JSON.stringify(text).slice(1, -1)];
}

describe("redaction of objects", () => {
  it("lets no planted secret out, in any form, from any place", () => {
    fc.assert(
      fc.property(secret, fc.constantFrom(...Object.keys(places)), (planted, place) => {
        const before = places[place]?.(planted) ?? {};
        const after = JSON.stringify(tested.object(before));
        for (const form of formsOf(planted)) expect([place, after]).not.toEqual([place, expect.stringContaining(form)]);
        expect(decodeURIComponent(after)).not.toContain(planted);
      }),
      { numRuns: 600 },
    );
  });

  it("does not change its input, and a second time changes and tells nothing", () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), secret);
    const key = fc.oneof(
      fc.constantFrom(
        ..."kind data stringData items metadata annotations env name value args password token __proto__".split(" "),
      ),
      fc.string(),
    );
    const tree = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("any"), { maxLength: 3 }), tie("object")),
      object: fc.dictionary(
        key,
        fc.oneof(tie("any"), fc.constantFrom("Secret", "List", "SecretList", "ConfigMap", "OAuthClient")),
        { maxKeys: 4 },
      ),
    }));
    const planted = fc
      .tuple(secret, fc.constantFrom(...Object.keys(places)))
      .map(([text, place]) => places[place]?.(text) ?? {});
    fc.assert(
      fc.property(fc.oneof(tree.object as fc.Arbitrary<JsonObject>, planted), (input) => {
        const before = structuredClone(input);
        const once = tested.object(input);
        expect(input).toEqual(before);
        tested.told.length = 0;
        expect(tested.object(once)).toEqual(once);
        expect(tested.told).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("does not let what lies too deep to be looked at out", () => {
    let deep: unknown = { kind: "Secret", stringData: { k: "CANARY" } };
    for (let level = 0; level < 5000; level++) deep = level % 2 ? { a: deep } : [deep];
    tested.told.length = 0;
    expect(JSON.stringify(tested.object({ kind: "Thing", deep }))).not.toContain("CANARY");
    expect(tested.told.map(({ rule }) => rule)).toEqual(["too-deep"]);
    expect(JSON.stringify(tested.document([deep]))).not.toContain("CANARY");
  });

  it("takes time that grows as the text does", () => {
    const hostile = [
      "password: ",
      'password: "',
      "token=",
      "--token ",
      "data:\n",
      "A".repeat(40),
      "A \t".repeat(10),
      "-----BEGIN CERTIFICATE-----",
      "a,password=b=",
      "<password>",
      "kind: Secret\ndata:\n  a: b\n",
      "password:\n\n",
      '"token":\n- ',
    ];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(300_000 / piece.length));
      const object = tested.object({
        kind: "ConfigMap",
        data: { "a.yaml": text, b: `${text}!` },
        spec: { text: `x${text}` },
      });
      expect(object.kind).toBe("ConfigMap");
    }
  }, 20_000);

  it("lets no planted secret into any byte that leaves, in any form of file", async () => {
    const place = fc.constantFrom("data", "stringData");
    const wrap = fc.constantFrom("plain", "list", "template", "last-applied", "yaml");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, wrap), { minLength: 1, maxLength: 5 }), async (plants) => {
        const files: Record<string, string> = {};
        for (const [index, [key, form]] of plants.entries()) {
          const value = key === "data" ? base64(`CANARY-${index}-value`) : `CANARY-${index}`;
          const object = {
            apiVersion: "v1",
            kind: "Secret",
            metadata: { name: `s${index}`, namespace: "a" },
            [key]: { k: value },
          };
          files[`r/namespaces/a/core/secrets/s${index}.yaml`] = shaped(object, form);
        }
        const { everything, records } = await packAll(treeSource(files));
        expect(records.length).toBe(plants.length);
        expect(everything).not.toContain("CANARY");
        expect(everything).not.toContain(base64("CANARY").slice(0, 7));
      }),
      { numRuns: 6 },
    );
  });
});

function shaped(object: JsonObject, form: string): string {
  const metadata = object.metadata as JsonObject;
  switch (form) {
    case "list":
      return JSON.stringify({ apiVersion: "v1", kind: "SecretList", items: [{ ...object, kind: undefined }] });
    case "template":
      return JSON.stringify({ apiVersion: "template.openshift.io/v1", kind: "Template", metadata, objects: [object] });
    case "last-applied": {
      const annotations = { "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify(object) };
      return JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { ...metadata, annotations } });
    }
    case "yaml": {
      const key = "data" in object ? "data" : "stringData";
      const value = (object[key] as { k: string }).k;
      return `---\napiVersion: v1\nitems:\n- ${key}:\n    k: >-\n      ${value}\n  metadata:\n    name: ${metadata.name}\n    namespace: a\nkind: SecretList\n`;
    }
    default:
      return JSON.stringify(object, null, 2);
  }
}
