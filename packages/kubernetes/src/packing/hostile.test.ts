import { describe, expect, it } from "vitest";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";
import { treeSource } from "./fixtures/tree-source.ts";

const root = "sb/cluster-resources";
const healthy = {
  [`${root}/nodes.json`]: JSON.stringify({ kind: "NodeList", apiVersion: "v1", items: [{ metadata: { name: "n" } }] }),
  [`${root}/pods/logs/a/p/c.log`]: "1\n2\n",
  "sb/analysis.json": JSON.stringify([{ name: "ok", insight: { primary: "fine" } }]),
};
const depth = 100_000;
const deep = `${"[".repeat(depth)}${"]".repeat(depth)}`;
const deepObject = `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const object = (name: string, more = "") =>
  `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":${JSON.stringify(name)}}${more}}`;
/** Nine levels of nine: 387 million nodes when it is written out. */
const bomb = [
  "a: &a [x,x,x,x,x,x,x,x,x]",
  ..."bcdefghi".split("").map((name, n) => {
    const before = "abcdefgh"[n];
    return `${name}: &${name} [${Array<string>(9).fill(`*${before}`).join(",")}]`;
  }),
].join("\n");
const large = 20 * 1024 * 1024;
const script = '<script>alert("x")</script>';

const crd = (name: string, text: string) => ({ [`${root}/custom-resources/x.example.org/${name}`]: text });
const gapsOf = (packed: Unpacked) =>
  packed.manifest.coverage.map(({ kind, what }) => `${kind} ${what.split("/").at(-1)}`).sort();
const namesOf = (packed: Unpacked) =>
  packed.records.map(({ object }) => (object.metadata as { name: string }).name).sort();

async function packWith(files: Record<string, string | string[]>): Promise<Unpacked> {
  const packed = await packAll(treeSource({ ...files, ...healthy }));
  expect(namesOf(packed)).toContain("n");
  expect(packed.logs.get("a/p/c/current")?.text).toBe("1\n2\n");
  expect(packed.manifest.facts.analysis).toEqual([{ severity: "", name: "ok", title: "fine", detail: "" }]);
  return packed;
}

describe("a hostile file leaves the rest of the bundle as it is", () => {
  it.each([
    ["an array in a list", `[${deep},${object("x")}]`, ["n", "x"]],
    ["a field of an object", `[${object("x", `,"data":${deep}`)}]`, ["n", "x"]],
    ["objects in objects", `[${object("x", `,"data":${deepObject}`)},${object("y")}]`, ["n", "x", "y"]],
    ["a whole file", deep, ["n"]],
    ["Lists in Lists", `${'{"kind":"List","items":['.repeat(20_000)}${object("x")}${"]}".repeat(20_000)}`, ["n"]],
    ["a file that never ends", "[".repeat(depth), ["n"]],
  ])("with JSON 100,000 deep: %s", async (_, text, names) => {
    const packed = await packWith(crd("a.json", text));
    expect(namesOf(packed)).toEqual(names);
  });

  it.each([
    ["JSON", "a.json", deep],
    ["JSON of objects", "a.json", deepObject],
    ["YAML", "a.yaml", deep],
    ["YAML of blocks", "a.yaml", Array.from({ length: 3000 }, (_, n) => `${" ".repeat(n)}a:`).join("\n")],
  ])("with a document 100,000 deep: %s", async (_, name, text) => {
    const packed = await packWith({ [`sb/${name}`]: text });
    expect(namesOf(packed)).toEqual(["n"]);
  });

  it("with deep YAML among objects", async () => {
    const packed = await packWith(crd("a.yaml", `- ${deep}\n- ${object("x")}\n`));
    expect(namesOf(packed)).toEqual(["n", "x"]);
    expect(gapsOf(packed)).toEqual(["unparseable a.yaml"]);
  });

  it.each([
    ["as an object", crd("a.yaml", `- ${bomb.replaceAll("\n", "\n  ")}\n- ${object("x")}\n`), ["n", "x"]],
    ["as a document", { "sb/bomb.yaml": bomb }, ["n"]],
  ])("with an alias bomb %s", async (_, files, names) => {
    const packed = await packWith(files);
    expect(namesOf(packed)).toEqual(names);
    expect(packed.parts.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(100_000);
  });

  const long = "x".repeat(large);
  const yaml = `- ${object("y")}\n- apiVersion: v1\n  kind: X\n  metadata: {name: x}\n  data: ${long}\n- ${object("z")}\n`;
  it.each([
    {
      of: "JSON",
      files: crd("a.json", `[${object("x", `,"data":"${long}"`)},${object("y")}]`),
      told: { names: ["n", "y"], gaps: ["cut a.json"] },
    },
    { of: "YAML", files: crd("a.yaml", yaml), told: { names: ["n", "y", "z"], gaps: ["cut a.yaml"] } },
    { of: "a document", files: { "sb/a.txt": `1\n${long}\n2\n` }, told: { names: ["n"], gaps: ["cut a.txt"] } },
    {
      of: "a log",
      files: { [`${root}/pods/logs/a/q/c.log`]: `1\n${long}\n2\n` },
      told: { names: ["n"], gaps: ["cut c.log, line 1"] },
    },
  ])("with a line of 20 MB in $of", async ({ files, told }) => {
    const packed = await packWith(files);
    expect({ names: namesOf(packed), gaps: gapsOf(packed) }).toEqual(told);
  });

  it("with values that are no objects", async () => {
    const values = [
      `{"apiVersion":"v1","kind":"ConfigMap","metadata":{}}`,
      `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":7}}`,
      `{"apiVersion":"v1","kind":"ConfigMap","metadata":[]}`,
      `{"apiVersion":{},"kind":"ConfigMap","metadata":{"name":"x"}}`,
      '"text"',
      "null",
      "7",
      object("y"),
    ];
    const packed = await packWith(crd("a.json", `[${values.join(",")}]`));
    expect(namesOf(packed)).toEqual(["n", "y"]);
    expect(new Set(gapsOf(packed))).toEqual(new Set(["unparseable a.json"]));
  });

  it("with names that are scripts, and as long as can be", async () => {
    const items = [
      object(script),
      `{"apiVersion":"v1","kind":${JSON.stringify(script)},"metadata":{"name":"x","namespace":${JSON.stringify(script)}}}`,
      `{"apiVersion":"${"v".repeat(5000)}","kind":"${"K".repeat(5000)}","metadata":{"name":"${"l".repeat(5000)}","namespace":"${"m".repeat(5000)}"}}`,
      `{"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"c"},"spec":{"group":"","names":{"kind":"ConfigMap","plural":"${"p".repeat(5000)}"}}}`,
    ];
    const packed = await packWith({
      ...crd("a.json", `[${items.join(",")}]`),
      [`${root}/pods/logs/${script}/${script}/${script}.log`]: "1\n",
      [`${root}/pods/logs/a/${"p".repeat(300)}/c.log`]: "1\n",
      [`${root}/custom-resources/${"q".repeat(300)}.example.org.json`]: `[${object("q")}]`,
    });
    expect(namesOf(packed)).toEqual([script, "c", "n", "q", "x"]);
    expect(packed.records.find(({ object }) => object.kind === script)?.part.namespace).toBe("");
    // The kind of 5000 characters, the script as a namespace, the pod of 300; the slash of the script makes more folders.
    expect(packed.manifest.coverage.map(({ kind }) => kind)).toEqual(["refused", "refused", "refused"]);
    expect(packed.parts.filter(({ entry }) => entry.type === "bundle").length).toBe(2);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("with fields called %s", async (key) => {
    const fields = `"${key}":{"polluted":true,"items":[1]}`;
    const items = [
      object("x", `,${fields}`),
      `{${fields},"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"y","labels":{${fields}}}}`,
    ];
    const packed = await packWith({
      ...crd("a.json", `[${items.join(",")}]`),
      ...crd("b.yaml", `- apiVersion: v1\n  kind: X\n  metadata:\n    name: z\n  ${key}:\n    polluted: true\n`),
      [`${root}/${key}/a.json`]: "[]",
      [`${root}/${key}.json`]: "[]",
      [`${root}/pods/logs/${key}/p/c.log`]: "1\n",
    });
    expect(namesOf(packed)).toEqual(["n", "x", "y", "z"]);
    // In the text: the schema's own parser drops __proto__.
    expect(packed.everything.split(fields).length - 1).toBe(3);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
