import { createHash, randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { pieceBytes } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";
import { treeSource } from "./fixtures/tree-source.ts";

const proof = { "b/cluster-resources/nodes.json": "[]" };
const secret = ["hunter", "2"].join("");
const utf8 = (text: string) => new TextEncoder().encode(text);

async function documentsOf(packed: Unpacked): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { entry, bytes } of packed.parts) {
    if (entry.type !== "bundle" && entry.type !== "raw") continue;
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
    found[entry.path ?? ""] = await new Response(stream).text();
  }
  return found;
}
const gapsOf = (packed: Unpacked) => packed.manifest.coverage.map(({ kind, what, count }) => [kind, what, count]);
const secretText = { apiVersion: "v1", kind: "Secret", metadata: { name: "s" }, stringData: { password: secret } };

describe("documents", () => {
  it("stay as they were written where nothing is taken out", async () => {
    const files = {
      "b/a.json": '{"b":1,\n   "a":2}\n',
      "b/a.yaml": "# mine\na:   1 # one\n---\nb: [1,2]\n",
      "b/a.txt": "x\r\ny",
      "b/empty": "",
      "b/wide.txt": new Uint8Array(Buffer.from("\uFEFFü\n", "utf16le")),
    };
    const packed = await packAll(treeSource({ ...proof, ...files }));
    expect(await documentsOf(packed)).toEqual({ ...files, "b/wide.txt": "ü\n" });
    expect(gapsOf(packed)).toEqual([]);
  });

  it.each([
    ["JSON", "s.json", JSON.stringify(secretText)],
    ["JSON, one a line", "audit.log", `${JSON.stringify({ a: 1 })}\n${JSON.stringify(secretText)}\n`],
    ["YAML", "s.yaml", `apiVersion: v1\nkind: Secret\nstringData:\n  password: ${secret}\n`],
    [
      "YAML in several documents",
      "s.yml",
      `# mine\na: 1\n---\napiVersion: v1\nkind: Secret\nstringData:\n  password: ${secret}\n`,
    ],
    ["packed JSON", "s.json.gz", new Uint8Array(gzipSync(JSON.stringify(secretText)))],
    ["packed YAML", "s.yaml.gz", new Uint8Array(gzipSync(`kind: Secret\nstringData: {password: ${secret}}\n`))],
  ])("lose the values of Secrets by their fields: %s", async (_, name, content) => {
    const packed = await packAll(treeSource({ ...proof, [`b/${name}`]: content }));
    const found = (await documentsOf(packed))[`b/${name}`] ?? "";
    expect(found).toContain("‹redacted:secret");
    expect(packed.everything).not.toContain(secret);
    expect(gapsOf(packed)).toEqual([]);
  });

  it("that are equal are stored once, and the second path is told", async () => {
    const packed = await packAll(
      treeSource({ ...proof, "b/one.txt": "same", "b/two.txt": "same", "b/helm/ns/r.txt": "same" }),
    );
    expect(Object.keys(await documentsOf(packed))).toEqual(["b/one.txt", "b/helm/ns/r.txt"]);
    expect(gapsOf(packed)).toEqual([["duplicate", "b/two.txt", 1]]);
    expect(packed.manifest.coverage[0]?.detail).toContain("b/one.txt");
  });

  it("that are no text stay home unless raw files are included", async () => {
    const files = { ...proof, "b/core": new Uint8Array([1, 0, 255]) };
    expect(gapsOf(await packAll(treeSource(files)))).toEqual([["withheld", "b/core", 1]]);
    const raw = await packAll(treeSource(files), { includeRaw: true });
    expect(raw.parts.map(({ entry }) => [entry.type, entry.path])).toEqual([["raw", "b/core"]]);
  });

  it("that are no text and too large for memory come last, whole, in pieces", async () => {
    const noise = randomBytes(17 * 1024 * 1024);
    const files = { "b/core": noise, ...proof, "b/behind.txt": "text" };
    expect(gapsOf(await packAll(treeSource(files)))).toEqual([["withheld", "b/core", 1]]);
    const { parts, manifest } = await packAll(treeSource(files), { includeRaw: true });
    const last = parts.at(-1);
    expect(last?.entry).toMatchObject({ type: "raw", path: "b/core", items: 1, size: last?.bytes.length });
    expect(manifest.parts.at(-1)).toEqual(last?.entry);
    expect(last?.bytes.length).toBeGreaterThan(pieceBytes);
    const digest = createHash("sha256")
      .update(last?.bytes ?? "")
      .digest("hex");
    expect(last?.entry.sha256).toBe(digest);
    expect(gunzipSync(last?.bytes ?? "").equals(noise)).toBe(true);
  });

  it("that are no text, and without a line end, or hardly smaller packed, are whole, too", async () => {
    const zeros = new Uint8Array(17 * 1024 * 1024);
    const noise = randomBytes(16 * 1024 * 1024);
    const files = { ...proof, "b/zeros": zeros, "b/noise": noise };
    const { parts, manifest } = await packAll(treeSource(files), { includeRaw: true });
    const raw = parts.filter(({ entry }) => entry.type === "raw");
    expect(raw.map(({ entry }) => entry.path)).toEqual(["b/zeros", "b/noise"]);
    expect(raw.map(({ bytes }) => gunzipSync(bytes).length)).toEqual([zeros.length, noise.length]);
    expect(manifest.coverage).toEqual([]);
  });

  it("that break off where they are no text are left out, and told once", async () => {
    const broken = gzipSync(randomBytes(17 * 1024 * 1024), { level: 1 }).subarray(0, -1_000);
    const packed = await packAll(treeSource({ ...proof, "b/core": broken }), { includeRaw: true });
    expect(packed.parts.filter(({ entry }) => entry.type === "raw")).toEqual([]);
    expect(gapsOf(packed)).toEqual([["cut", "b/core", 1]]);
  });

  it("larger than 16 MiB without a line end are left out, and told", async () => {
    const packed = await packAll(treeSource({ ...proof, "b/blob": new Uint8Array(17 * 1024 * 1024).fill(120) }));
    expect(Object.keys(await documentsOf(packed))).not.toContain("b/blob");
    expect(packed.manifest.coverage.find(({ what }) => what === "b/blob")?.detail).toContain("left out");
  });

  it("larger than 16 MiB keep their first lines", async () => {
    const line = `${"x".repeat(1023)}\n`;
    const packed = await packAll(treeSource({ ...proof, "b/journal.txt": Array<string>(17 * 1024).fill(line) }));
    const text = (await documentsOf(packed))["b/journal.txt"] ?? "";
    expect(text.length).toBe(16 * 1024 * 1024);
    expect(text.endsWith(line)).toBe(true);
    expect(gapsOf(packed)).toEqual([["cut", "b/journal.txt", 1]]);
  });

  it("that hardly pack keep as many lines as fit into a part", async () => {
    let state = 1;
    const lines = Array.from({ length: 40_000 }, () => {
      let line = "";
      while (line.length < 800) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        line += state.toString(36);
      }
      return `${line}\n`;
    });
    const packed = await packAll(treeSource({ ...proof, "b/noise.txt": lines }));
    const text = (await documentsOf(packed))["b/noise.txt"] ?? "";
    expect(text.length).toBeGreaterThan(10 * 1024 * 1024);
    expect(lines.join("").startsWith(text)).toBe(true);
    expect(gapsOf(packed)).toEqual([["cut", "b/noise.txt", 1]]);
  });

  it("that break off keep the lines before that, JSON excepted", async () => {
    const text = Array.from({ length: 5000 }, (_, n) => `${n} ${(n * 7919) % 10_007}`).join("\n");
    const cut = (content: string) => new Uint8Array(gzipSync(content)).slice(0, -2000);
    const packed = await packAll(
      treeSource({ ...proof, "b/a.txt.gz": cut(text), "b/b.json.gz": cut(`[${text.replaceAll("\n", ",\n")}]`) }),
    );
    const found = await documentsOf(packed);
    expect(Object.keys(found)).toEqual(["b/a.txt.gz"]);
    expect(`${text}\n`.startsWith(found["b/a.txt.gz"] ?? "?")).toBe(true);
    expect(gapsOf(packed)).toEqual([
      ["cut", "b/a.txt.gz", 1],
      ["withheld", "b/b.json.gz", 1],
    ]);
  });

  it("have paths as long as the manifest takes", async () => {
    const path = `b/${"d/".repeat(1000)}x.txt`;
    const packed = await packAll(treeSource({ ...proof, [path]: "x" }));
    expect(Object.keys(await documentsOf(packed))).toEqual([path.slice(0, 1024)]);
  });

  it("of namespaces that no cluster accepts belong to none", async () => {
    const packed = await packAll(treeSource({ ...proof, "b/helm/<script>/r.json": "{}" }));
    expect(packed.parts.map(({ entry }) => [entry.namespace, entry.path])).toEqual([["", "b/helm/<script>/r.json"]]);
  });
});

describe("objects", () => {
  it("of a file that breaks off are kept before that, and it is told", async () => {
    const items = Array.from({ length: 200 }, (_, n) => ({
      metadata: { name: `p${n}`, namespace: "a" },
      n: (n * 7919) % 10_007,
    }));
    const list = JSON.stringify({ kind: "PodList", apiVersion: "v1", items });
    const bytes = new Uint8Array(gzipSync(list)).slice(0, -500);
    const packed = await packAll(
      treeSource({ "b/cluster-resources/pods/a.json": bytes, "b/cluster-resources/nodes.json": utf8("[]") }),
    );
    expect(packed.records.length).toBeGreaterThan(10);
    expect(gapsOf(packed)[0]).toEqual(["cut", "b/cluster-resources/pods/a.json", 1]);
  });
});
