import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gunzipSync, gzipSync } from "node:zlib";
import { openSource } from "@kubin/archives";
import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../bundle/json-object.ts";
import { readObjects, type Trouble } from "../bundle/read-objects.ts";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";
import { treeSource } from "./fixtures/tree-source.ts";

async function read(bytes: Uint8Array, chunkSizes: number[] = [1 << 20]) {
  async function* content() {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = chunkSizes[turn % chunkSizes.length] ?? 1;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  const objects: JsonObject[] = [];
  const troubles: Trouble[] = [];
  const opts = { content: content(), hints: {}, onTrouble: (trouble: Trouble) => troubles.push(trouble) };
  for await (const object of readObjects(opts)) objects.push(object);
  return { objects, troubles };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const pod = (name: string): JsonObject => ({ apiVersion: "v1", kind: "Pod", metadata: { name } });
const listOf = (items: JsonObject[]) => ({ apiVersion: "v1", items, kind: "List", metadata: { resourceVersion: "" } });

/** Objects whose texts are full of what splitters stumble over. */
const tricky = fc.constantFrom(
  "items:",
  "- x",
  "---",
  "\n",
  '"',
  "\\",
  "{",
  "}",
  "[",
  "]",
  "#",
  "  - a\n",
  "kind: List\n",
  "'",
  "é",
  "…\n",
);
const text = fc.array(fc.oneof(tricky, fc.string({ maxLength: 5 })), { maxLength: 6 }).map((parts) => parts.join(""));
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(text, tie("any"), { maxKeys: 3 }),
  ),
})).any;
const anyObject = fc
  .record({ name: fc.stringMatching(/^[a-z]{1,8}$/), spec: value, items: fc.option(value, { nil: undefined }) })
  .map(
    ({ name, spec, items }): JsonObject => ({
      ...pod(name),
      spec,
      ...(items === undefined ? {} : { status: { items } }),
    }),
  );

describe("kubectl get output", () => {
  it.each([
    ["a List of JSON", JSON.stringify(listOf([pod("a"), pod("b")]), null, 4)],
    ["a List of YAML", dump(listOf([pod("a"), pod("b")]))],
    [
      "a List of YAML as kubectl writes it",
      'apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: a\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: b\nkind: List\nmetadata:\n  resourceVersion: ""\n',
    ],
    ["YAML documents", `${dump(pod("a"))}---\n${dump(pod("b"))}`],
    [
      "YAML documents with comments and empty ones",
      `# by hand\n---\n---\n${dump(pod("a"))}...\n---\n# more\n${dump(pod("b"))}---\n`,
    ],
    ["YAML Lists as documents", `${dump(listOf([pod("a")]))}---\n${dump(listOf([]))}---\n${dump(listOf([pod("b")]))}`],
    [
      "a flow List in YAML",
      `kind: List\napiVersion: v1\nitems: [${JSON.stringify(pod("a"))}, ${JSON.stringify(pod("b"))}]\n`,
    ],
    ["JSON, one behind the other", `${JSON.stringify(pod("a"))}\n${JSON.stringify(pod("b"), null, 2)}`],
    ["a JSON array", JSON.stringify([pod("a"), pod("b")])],
    ["a List in a List", JSON.stringify(listOf([listOf([pod("a")]), pod("b")]))],
    [
      "a typed list",
      '{"kind":"PodList","apiVersion":"v1","metadata":{},"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}]}',
    ],
    ["Windows line ends", dump(listOf([pod("a"), pod("b")])).replaceAll("\n", "\r\n")],
  ])("is read from %s", async (_, source) => {
    for (const sizes of [[1 << 20], [1], [7, 3]]) {
      const { objects, troubles } = await read(utf8(source), sizes);
      expect(objects).toEqual([pod("a"), pod("b")]);
      expect(troubles).toEqual([]);
    }
  });

  it("is read from the UTF-16 that PowerShell writes", async () => {
    const source = `\uFEFF${JSON.stringify(pod("ü"))}`;
    const { objects } = await read(new Uint8Array(Buffer.from(source, "utf16le")), [3]);
    expect(objects).toEqual([pod("ü")]);
  });

  it("keeps what is complete when it ends early", async () => {
    const json = JSON.stringify(listOf([pod("a"), pod("b")]));
    const { objects, troubles } = await read(utf8(json.slice(0, json.indexOf('"b"'))));
    expect(objects).toEqual([pod("a")]);
    expect(troubles).toMatchObject([{ kind: "unparseable" }]);
  });

  it("tells values that are no objects of Kubernetes", async () => {
    const { objects, troubles } = await read(
      utf8(JSON.stringify(listOf([{ a: 1 }, pod("a"), { ...pod(""), kind: "X" }]))),
    );
    expect(objects).toEqual([pod("a")]);
    expect(troubles.length).toBe(2);
  });

  it("leaves an object out that is larger than any API takes, and goes on", async () => {
    const large = { ...pod("large"), data: "x".repeat(17 * 1024 * 1024) };
    const yaml = dump(listOf([pod("a"), pod("large"), pod("b")]));
    for (const source of [
      JSON.stringify(listOf([pod("a"), large, pod("b")])),
      yaml.replace("name: large", () => `name: large\n    data: ${large.data}`),
    ]) {
      const { objects, troubles } = await read(utf8(source), [1 << 18]);
      expect(objects).toEqual([pod("a"), pod("b")]);
      expect(troubles).toMatchObject([{ kind: "cut" }]);
    }
  });

  it("is the same in any chunks, as JSON and as YAML", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyObject, { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (objects, sizes) => {
          const expected = JSON.parse(JSON.stringify(objects));
          for (const source of [
            JSON.stringify(listOf(objects)),
            JSON.stringify(listOf(objects), null, 2),
            dump(listOf(objects)),
            objects.map((object) => dump(object)).join("---\n"),
          ]) {
            const found = await read(utf8(source), sizes);
            expect(JSON.parse(JSON.stringify(found.objects))).toEqual(expected);
            expect(found.troubles).toEqual([]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("takes plurals from the CRDs of the bundle, wherever they stand", async () => {
    const crd = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "oxen.farm.example" },
      spec: { group: "farm.example", names: { kind: "Ox", plural: "oxen" } },
    };
    const items = [
      { apiVersion: "farm.example/v1", kind: "Ox", metadata: { name: "o", namespace: "a" } },
      { apiVersion: "gateway.networking.k8s.io/v1", kind: "Gateway", metadata: { name: "g", namespace: "a" } },
      { apiVersion: "events.k8s.io/v1", kind: "Event", metadata: { name: "e", namespace: "a" } },
      { apiVersion: "v1", kind: "Namespace", metadata: { name: "kube-system", uid: "0123456789ab" } },
      crd,
    ];
    const packed = await packAll(treeSource({ stdin: JSON.stringify(listOf(items)) }));
    expect(packed.records.map(({ plural, part }) => `${part.type} ${part.namespace} ${plural}`).sort()).toEqual([
      "events a events",
      "resources  customresourcedefinitions",
      "resources  namespaces",
      "resources a gateways",
      "resources a oxen",
    ]);
    expect(packed.manifest.facts).toMatchObject({
      layout: "kubectl-get",
      tool: "test",
      cluster: { name: "01234567", uid: "0123456789ab" },
    });
  });
});

describe("a folder of kubectl get output", () => {
  const namesOf = (packed: Unpacked) =>
    packed.records.map(({ object }) => (object.metadata as { name: string }).name).sort();
  const documentsOf = (packed: Unpacked) =>
    packed.parts.flatMap(({ entry }) => (entry.type === "bundle" ? [entry.path] : [])).sort();

  it("gives the objects of all its files, and what else is in it as documents", async () => {
    const packed = await packAll(
      treeSource({
        "d/list.json": JSON.stringify(listOf([pod("a"), pod("b")])),
        "d/one.yaml": dump(pod("c")),
        "d/many.yml": `${dump(pod("d"))}---\n${dump(listOf([pod("e")]))}`,
        "d/packed.json.gz": new Uint8Array(gzipSync(JSON.stringify(pod("f")))),
        "d/redirected.txt": JSON.stringify(pod("g")),
        "d/no-ending": dump(pod("h")),
        "d/README.md": "mine",
        "d/notes.txt": "kinds of pods",
        "d/values.yaml": "replicas: 2\n",
        "d/package.json": '{"name":"x"}',
        "d/app.log": '{"kind":"a line"}',
        "d/empty.json": "",
        "d/nothing.json": JSON.stringify(listOf([])),
      }),
    );
    expect(namesOf(packed)).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
    expect(documentsOf(packed)).toEqual(["d/README.md", "d/app.log", "d/notes.txt", "d/package.json", "d/values.yaml"]);
    expect(packed.manifest.coverage).toEqual([]);
  });

  it("gives the objects behind the 500 files whose beginnings are looked at, by their names", async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 600; n++) files[`d/${String(n).padStart(3, "0")}.json`] = JSON.stringify(pod(`p${n}`));
    const packed = await packAll(treeSource(files));
    expect(packed.records.length).toBe(600);
  });
});

describe("the real kubectl get", () => {
  it("gives every object that a plain count finds", async () => {
    const path = new URL("../../../../samples/lab-cluster.yaml.gz", import.meta.url).pathname;
    const text = gunzipSync(readFileSync(path)).toString("utf8");
    const expected: Record<string, number> = {};
    // Items of a List, as kubectl indents them.
    for (const [, kind = ""] of text.matchAll(/^ {2}kind: (\S+)$/gm)) expected[kind] = (expected[kind] ?? 0) + 1;
    await using source = await openSource({ path, spoolDir: tmpdir() });
    const packed = await packAll(source);
    const found: Record<string, number> = {};
    for (const { object } of packed.records) found[String(object.kind)] = (found[String(object.kind)] ?? 0) + 1;
    expect(found).toEqual(expected);
    expect(packed.records.length).toBe(258);
    expect(packed.manifest.coverage).toEqual([]);
  });
});
