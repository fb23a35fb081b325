import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BundleSource } from "./bundle-source.ts";
import { rawXz, rawZstd } from "./fixtures/raw-packed.ts";
import { rawTar } from "./fixtures/raw-tar.ts";
import { rawZip } from "./fixtures/raw-zip.ts";
import { filesOf, inPieces, openBytes, problemsOf, readAll } from "./fixtures/read-all.ts";
import { openSource } from "./index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-archives-"));
});
afterEach(() => rm(folder, { recursive: true }));

type Tree = readonly (readonly [path: string, body: Uint8Array])[];

const tarOf = (tree: Tree) => rawTar(tree.map(([name, body]) => ({ name, body })));
const containers: [string, (tree: Tree) => Uint8Array][] = [
  ["tar", tarOf],
  ["tar.gz", (tree) => gzipSync(tarOf(tree))],
  ["tar.xz", (tree) => rawXz(tarOf(tree))],
  ["tar.zst", (tree) => rawZstd(tarOf(tree))],
  ["stored zip", (tree) => rawZip(tree.map(([name, body]) => ({ name, body })))],
  ["deflated zip", (tree) => rawZip(tree.map(([name, body]) => ({ name, body, isDeflated: true })))],
  ["zip64", (tree) => rawZip(tree.map(([name, body]) => ({ name, body, isZip64: true })))],
];

const step = fc
  .stringMatching(/^[a-zA-Zäñ漢 :\\_-][a-z0-9.:é_-]{0,11}$/u)
  .filter((text) => !text.split("\\").includes("..") && text !== ".");
const path = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.join("/"));
const trees: fc.Arbitrary<Tree> = fc
  .uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 3000 })), {
    maxLength: 12,
    minLength: 1,
    selector: ([name]) => name,
  })
  // Absolute, or a folder and a file of one name: other tests.
  .filter((tree) => tree.every(([name]) => !name.startsWith("\\") && !/^[A-Za-z]:[\\/]/.test(name)))
  .filter((tree) => tree.every(([name]) => tree.every(([other]) => !other.startsWith(`${name}/`))));

const expected = (tree: Tree) => tree.map(([name, body]) => [name, Buffer.from(body).toString("latin1")]);

async function onStdin(bytes: Uint8Array, size: number): Promise<BundleSource & AsyncDisposable> {
  return await openSource({ path: "-", stdin: inPieces(bytes, size), spoolDir: folder });
}

function refusedAsCut(error: unknown): undefined {
  expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("table of contents") });
}

/** Each file is whole, or says that it is not; what is missing is told. */
async function checkPrefix(source: BundleSource, whole: readonly (readonly string[])[]): Promise<void> {
  // A packed tar that is cut before its first header is a document of its own.
  const found = filesOf(await readAll(source)).filter(([name]) => name !== "stdin" && name !== "bundle");
  for (const [index, [name, text]] of found.entries()) {
    const [given = "", thrown] = text.split(" ! ");
    expect(name).toBe(whole[index]?.[0]);
    expect(whole[index]?.[1]?.startsWith(given)).toBe(true);
    if (thrown === undefined) expect(given).toBe(whole[index]?.[1]);
  }
  if (found.length < whole.length) expect(problemsOf(source)).not.toEqual([]);
  for (const [name, text] of found) if (text.includes(" ! ")) expect(problemsOf(source)).toContain(`cut ${name}`);
}

describe.each(containers)("a %s", (container, pack) => {
  it("gives the entries and bytes that were put in, in Node and in browsers, twice", async () => {
    await fc.assert(
      fc.asyncProperty(trees, fc.integer({ min: 1, max: 5000 }), async (tree, size) => {
        const bytes = pack(tree);
        await using node = await onStdin(bytes, size);
        for (const source of [node, node, await openBytes(bytes)]) {
          expect(filesOf(await readAll(source))).toEqual(expected(tree));
          expect(source.problems()).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("gives the beginning when it is cut anywhere, tells it, and never throws while entries are read", async () => {
    const tree = Array.from({ length: 9 }, (_, n) => [`f${n}`, Buffer.from(`${n}`.repeat(n * 400))] as const);
    const whole = expected(tree);
    const bytes = pack(tree);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: container === "tar" ? 512 : 30, max: bytes.length - 1 }), async (length) => {
        const cut = bytes.subarray(0, length);
        for (const open of [() => onStdin(cut, 4096), () => openBytes(cut)]) {
          const source: (BundleSource & Partial<AsyncDisposable>) | undefined = await open().catch(refusedAsCut);
          if (!source) continue;
          await checkPrefix(source, whole);
          await source[Symbol.asyncDispose]?.();
        }
      }),
      { numRuns: 30 },
    );
  });

  it("tells whether its names cost no reading", async () => {
    const source = await openBytes(pack([["a", new Uint8Array(3)]]));
    expect(source.isListed).toBe(container.includes("zip"));
  });

  it("stops promptly when it is cancelled, and holds no file once it is disposed", async () => {
    const stop = new AbortController();
    const tree = Array.from({ length: 40 }, (_, n) => [`f${n}`, Buffer.from(`${n}`.repeat(100_000))] as const);
    await writeFile(join(folder, "bundle"), pack(tree));
    await using source = await openSource({ path: join(folder, "bundle"), spoolDir: folder, signal: stop.signal });
    let entries = 0;
    const reading = (async () => {
      for await (const entry of source.entries()) {
        if (++entries === 2) stop.abort();
        for await (const _ of entry.content());
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: "CANCELLED" });
    expect(entries).toBe(2);
  });
});

describe("a folder", () => {
  it("gives what the archives give", async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        const root = await mkdtemp(join(folder, "tree-"));
        for (const [name, body] of tree) {
          await mkdir(dirname(join(root, name)), { recursive: true });
          await writeFile(join(root, name), body);
        }
        await using source = await openSource({ path: root, spoolDir: folder });
        expect(source.isListed).toBe(true);
        const byName = (a: string[], b: string[]) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1);
        expect(filesOf(await readAll(source)).sort(byName)).toEqual(expected(tree).sort(byName));
        expect(source.problems()).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("a single document", () => {
  it.each([
    ["pods.json.xz", rawXz],
    ["pods.json.zst", rawZstd],
    ["pods.json.gz", gzipSync],
  ] as const)("in %s is an entry under its own name", async (name, pack) => {
    const source = await openBytes(pack(Buffer.from('{"kind":"List"}')), name);
    expect(filesOf(await readAll(source))).toEqual([["pods.json", '{"kind":"List"}']]);
  });
});

describe("an archive of another kind", () => {
  it.each([
    ["7z archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]],
    ["RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0]],
    ["bzip2 data", [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
    ["lz4 data", [0x04, 0x22, 0x4d, 0x18, 0x64]],
  ])("is named: %s", async (name, bytes) => {
    await writeFile(join(folder, "b.tar.gz"), Uint8Array.from(bytes));
    const opening = openSource({ path: join(folder, "b.tar.gz"), spoolDir: folder });
    const message = `b.tar.gz is ${name.startsWith("R") || name.startsWith("7") ? "a " : ""}${name}, which Kubin does not open; unpack it first.`;
    await expect(opening).rejects.toMatchObject({ code: "NOT_A_BUNDLE", message });
  });

  it("is told to be decrypted when age wrote it; a text that begins like one is a text", async () => {
    const age = openBytes(Buffer.from("age-encryption.org/v1\n-> X25519 abc\n"), "lab.kshrk");
    await expect(age).rejects.toMatchObject({
      code: "NOT_A_BUNDLE",
      message: expect.stringContaining("age --decrypt"),
    });
    expect(filesOf(await readAll(await openBytes(Buffer.from("BZhat is a text"), "t")))).toEqual([
      ["t", "BZhat is a text"],
    ]);
  });
});
