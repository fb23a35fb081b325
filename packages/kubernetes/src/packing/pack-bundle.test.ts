import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BundleSource } from "../bundle/bundle-source.ts";
import { packAll, testKey } from "./fixtures/pack-all.ts";
import { treeSource } from "./fixtures/tree-source.ts";
import { packBundle } from "./pack-bundle.ts";
import type { PackProgress } from "./pack-progress.ts";

const bundle = { layout: "must-gather", root: "" } as const;
const log = (namespace: string, pod: string, file = "current.log") =>
  `r/namespaces/${namespace}/pods/${pod}/c/c/logs/${file}`;
const object = (namespace: string, name: string, more: object = {}) =>
  JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { namespace, name }, ...more });

/** A text that does not pack: pseudo-random, the same each time. */
function noise(bytes: number, seed = 1): string {
  let state = seed;
  let text = "";
  while (text.length < bytes) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += state.toString(36);
  }
  return text.slice(0, bytes);
}

describe("parts", () => {
  it("give the same objects and lines back, whatever the bundle holds", async () => {
    const namespace = fc.constantFrom("a", "b", "c-1");
    const pod = fc.constantFrom("p", "q");
    const line = fc.stringMatching(/^[ -~]{0,20}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.tuple(namespace, pod).map((key) => key.join(" ")),
          fc.array(line, { minLength: 1, maxLength: 8 }),
        ),
        fc.uniqueArray(fc.tuple(namespace, fc.stringMatching(/^[a-z]{1,6}$/)), { selector: String, maxLength: 8 }),
        async (logs, objects) => {
          // A folder without a file is no bundle, which has a test of its own.
          fc.pre(Object.keys(logs).length + objects.length > 0);
          const files: Record<string, string> = {};
          for (const [key, lines] of Object.entries(logs)) {
            const [where = "", name = ""] = key.split(" ");
            files[log(where, name)] = lines.map((text) => `${text}\n`).join("");
          }
          for (const [where, name] of objects)
            files[`r/namespaces/${where}/core/configmaps/${name}.yaml`] = object(where, name);
          const packed = await packAll(treeSource(files));
          expect(packed.manifest.coverage).toEqual([]);
          expect(packed.records.map((record) => JSON.stringify(record.object)).sort()).toEqual(
            objects.map(([where, name]) => object(where, name)).sort(),
          );
          for (const [key, lines] of Object.entries(logs)) {
            const found = packed.logs.get(`${key.replace(" ", "/")}/c/current`);
            expect([found?.text, found?.lines]).toEqual([lines.map((text) => `${text}\n`).join(""), lines.length]);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("have the same digests each time, and objects' digests do not depend on chunks", async () => {
    const files = {
      [log("a", "p")]: "1\n2\n",
      [log("b", "p")]: "3\n",
      "r/namespaces/a/core/configmaps/x.yaml": object("a", "x"),
      "r/version": "v",
    };
    const digests = async (source: BundleSource) => (await packAll(source)).parts.map(({ entry }) => entry.sha256);
    const first = await digests(treeSource(files));
    expect(await digests(treeSource(files))).toEqual(first);
    const chunked = Object.entries(files).map(([path, text]): [string, string[]] => [path, [...text]]);
    expect(await digests(treeSource(Object.fromEntries(chunked)))).toEqual(first);
    expect(new Set(first).size).toBe(4);
  });

  it("stay small: many objects become several parts, many bytes of one namespace several log parts", async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 60; n++) {
      files[`r/namespaces/a/core/configmaps/${n}.yaml`] = object("a", `n${n}`, { data: { x: noise(200_000, n + 1) } });
    }
    for (let n = 0; n < 20; n++) files[log("a", `p${n}`)] = `${noise(900_000, n + 1)}\n`;
    const packed = await packAll(treeSource(files));
    const sizes = (type: string) =>
      packed.parts.filter(({ entry }) => entry.type === type).map(({ entry }) => entry.size);
    expect(sizes("resources").length).toBe(3);
    expect(sizes("logs").length).toBe(2);
    for (const size of [...sizes("resources"), ...sizes("logs")]) expect(size).toBeLessThanOrEqual(8 * 1024 * 1024);
    expect(packed.records.length).toBe(60);
    expect(packed.logs.size).toBe(20);
    // 30 MB that hold nothing but what looks like keys.
  }, 120_000);

  it("of interleaved namespaces hold one namespace each", async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 30; n++) files[log(`ns${n % 3}`, `p${n}`)] = `${n}\n`;
    const packed = await packAll(treeSource(files));
    expect(packed.parts.map(({ entry }) => [entry.namespace, entry.items])).toEqual([
      ["ns0", 10],
      ["ns1", 10],
      ["ns2", 10],
    ]);
  });
});

describe("packing", () => {
  const spool = {
    async create() {
      return {
        append: async () => undefined,
        read: async () => new Uint8Array(),
        digest: async () => "",
        close: async () => undefined,
      };
    },
  };

  it("ends with CANCELLED when it is stopped, and tells the manifest at the end alone", async () => {
    const stop = new AbortController();
    const opts = { bundle, redaction: { key: testKey }, tool: "test", spool, signal: stop.signal } as const;
    const packed = packBundle({ ...opts, source: treeSource({ "r/version": "v", "r/timestamp": "x" }) });
    const parts = packed.parts[Symbol.asyncIterator]();
    await parts.next();
    expect(() => packed.manifest()).toThrow("when all parts are packed");
    stop.abort();
    await expect(parts.next()).rejects.toMatchObject({ code: "CANCELLED" });
  });

  it("tells how far it is", async () => {
    const seen: PackProgress[] = [];
    const source = treeSource({ [log("a", "p")]: "1\n2\n" });
    const onProgress = (progress: PackProgress) => seen.push(progress);
    const packed = packBundle({ source, bundle, redaction: { key: testKey }, tool: "test", spool, onProgress });
    for await (const part of packed.parts) expect(part.entry.items).toBe(2);
    expect(seen.at(0)).toMatchObject({ stage: "index", totalBytes: undefined });
    expect(seen.at(-1)).toMatchObject({ stage: "logs", bytes: 4, totalBytes: 4 });
  });

  it("keeps the coverage within the manifest, with every gap counted", async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 21_000; n++) files[`r/namespaces/a/core/configmaps/${n}.yaml`] = "{";
    const { manifest } = await packAll(treeSource(files));
    expect(manifest.coverage.length).toBeLessThanOrEqual(20_000);
    expect(manifest.coverage.reduce((sum, { count }) => sum + count, 0)).toBe(21_000);
  });

  it("tells what the source met, and goes on", async () => {
    const source = treeSource({ [log("a", "p")]: "1\n" }, "name.tar");
    const problem = { kind: "cut" as const, path: "", detail: "The archive ends early.", count: 1 };
    const { manifest, logs } = await packAll({ ...source, problems: () => [problem] });
    expect(manifest.coverage).toEqual([
      { kind: "cut", what: "name.tar", namespace: "", detail: problem.detail, count: 1 },
    ]);
    expect(logs.size).toBe(1);
  });
});
