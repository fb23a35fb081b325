import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BundleSource } from "../bundle-source.ts";
import { rawXz, rawZstd } from "../fixtures/raw-packed.ts";
import { rawTar } from "../fixtures/raw-tar.ts";
import { rawZip } from "../fixtures/raw-zip.ts";
import { filesOf, openBytes, problemsOf, readAll } from "../fixtures/read-all.ts";
import { openSource } from "../index.ts";

let folder: string;
const disposables: AsyncDisposable[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-nested-"));
});
afterEach(async () => {
  for (const one of disposables.splice(0)) await one[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

type Files = readonly { name: string; body: Uint8Array | string }[];

async function asFolder(files: Files): Promise<BundleSource> {
  const root = join(folder, "root");
  await mkdir(join(root, "nodes"), { recursive: true });
  for (const { name, body } of files) await writeFile(join(root, name), body);
  return await keep(openSource({ path: root, spoolDir: folder }));
}

async function asFile(bytes: Uint8Array): Promise<BundleSource> {
  await writeFile(join(folder, "bundle"), bytes);
  return await keep(openSource({ path: join(folder, "bundle"), spoolDir: folder }));
}

async function keep(opening: Promise<BundleSource & AsyncDisposable>): Promise<BundleSource> {
  const source = await opening;
  disposables.push(source);
  return source;
}

const inner: Files = [
  { name: "logs/a.log", body: "line\n".repeat(5000) },
  { name: "b.txt", body: "b" },
];
const zip = rawZip(inner.map((file) => ({ ...file, isDeflated: true })));
const tar = rawTar(inner);
const expectedBelow = (outer: string) => inner.map(({ name, body }) => [`${outer}/${name}`, body]);

describe.each([
  ["a folder", asFolder],
  ["a tar.gz", (files: Files) => asFile(gzipSync(rawTar(files)))],
  ["a zip", (files: Files) => asFile(rawZip(files))],
  ["a tar.xz in a browser", (files: Files) => openBytes(rawXz(rawTar(files)))],
  ["a zip in a browser", (files: Files) => openBytes(rawZip(files.map((file) => ({ ...file, isDeflated: true }))))],
])("archives in %s", (_, open) => {
  it("become entries below their name, whatever they are packed with, in every reading", async () => {
    const source = await open([
      { name: "nodes/n1.zip", body: zip },
      { name: "nodes/n2.tar", body: tar },
      { name: "nodes/n3.tgz", body: gzipSync(tar) },
      { name: "nodes/n4.tar.xz", body: rawXz(tar) },
      { name: "nodes/n5.tar.zst", body: rawZstd(tar) },
      { name: "nodes/n6.TAR.GZ", body: gzipSync(tar) },
      { name: "plain.txt", body: "plain" },
    ]);
    const packed = ["n1.zip", "n2.tar", "n3.tgz", "n4.tar.xz", "n5.tar.zst", "n6.TAR.GZ"];
    for (let reading = 0; reading < 2; reading++) {
      const found = filesOf(await readAll(source));
      expect(found).toEqual([...packed.flatMap((name) => expectedBelow(`nodes/${name}`)), ["plain.txt", "plain"]]);
    }
    expect(source.problems()).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.startsWith("spool"))).toEqual([]);
  });

  it("are left as files where their bytes are none, and where their name says nothing", async () => {
    const files = [
      { name: "a.zip", body: "no zip at all" },
      { name: "b.tar.gz", body: gzipSync("a text") },
      { name: "c.log", body: zip },
      { name: "d.zip", body: "" },
    ];
    const source = await open(files);
    expect(filesOf(await readAll(source))).toEqual(
      files.map(({ name, body }) => [name, Buffer.from(body).toString("latin1")]),
    );
    expect(source.problems()).toEqual([]);
  });

  it("are told where they are of a kind that is not opened", async () => {
    const bzip2 = Uint8Array.of(0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59);
    const source = await open([{ name: "a.tar.bz2", body: bzip2 }]);
    expect(filesOf(await readAll(source))).toHaveLength(1);
    expect(source.problems()).toMatchObject([
      { kind: "refused", path: "a.tar.bz2", detail: expect.stringContaining("bzip2") },
    ]);
  });

  it("are opened one level deep: deeper ones are files, and told", async () => {
    const source = await open([
      {
        name: "one.zip",
        body: rawZip([
          { name: "two.tar", body: tar },
          { name: "x", body: "x" },
        ]),
      },
      {
        name: "uno.tar",
        body: rawTar([
          { name: "dos.zip", body: zip },
          { name: "y", body: "y" },
        ]),
      },
    ]);
    const found = filesOf(await readAll(source));
    expect(found.map(([path, { length }]) => [path, length])).toEqual([
      ["one.zip/two.tar", tar.length],
      ["one.zip/x", 1],
      ["uno.tar/dos.zip", zip.length],
      ["uno.tar/y", 1],
    ]);
    expect(problemsOf(source)).toEqual(["refused one.zip/two.tar", "refused uno.tar/dos.zip"]);
  });

  it("may be damaged: what is readable is given, the rest of the bundle goes on", async () => {
    const source = await open([
      { name: "a.tar.gz", body: gzipSync(tar, { level: 0 }).subarray(0, 9000) },
      { name: "b.zip", body: zip.subarray(0, zip.length - 30) },
      { name: "c.txt", body: "c" },
    ]);
    const found = filesOf(await readAll(source));
    expect(found.map(([path]) => path)).toEqual(["a.tar.gz/logs/a.log", "c.txt"]);
    expect(found[0]?.[1]).toMatch(/^(line\n)+l?i?n?e? ! BAD_INPUT$/);
    expect(problemsOf(source)).toEqual(expect.arrayContaining(["cut a.tar.gz/logs/a.log", "cut b.zip"]));
    expect(source.problems().every(({ kind }) => kind === "cut")).toBe(true);
  });

  it("cannot leave the place that they have: names, links and lengths are checked again", async () => {
    const source = await open([
      {
        name: "a.tar",
        body: rawTar([
          { name: "../b", body: "x" },
          { name: "l", type: "2", linkName: "../ok" },
          { name: "d/l", type: "2", linkName: "../e" },
        ]),
      },
      { name: `${"n".repeat(90)}.zip`, body: rawZip([{ name: `${"x/".repeat(500)}y`, body: "x" }]) },
    ]);
    expect((await readAll(source)).filter(({ kind }) => kind !== "directory").map(({ path }) => path)).toEqual([
      "a.tar/d/l",
    ]);
    expect(source.problems().map(({ kind, path }) => [kind, path.slice(0, 8)])).toEqual([
      ["refused", "a.tar/.."],
      ["refused", "a.tar/l"],
      ["refused", "nnnnnnnn"],
    ]);
  });

  it("may be left early, also in the middle of a file, and hold nothing open then", async () => {
    const source = await open([
      { name: "a.zip", body: zip },
      { name: "b.tar.xz", body: rawXz(tar) },
      { name: "c.txt", body: "c" },
    ]);
    for (const stopAt of [1, 3, 4]) {
      let count = 0;
      for await (const entry of source.entries()) {
        for await (const _ of entry.content()) break;
        if (++count === stopAt) break;
      }
      expect(count).toBe(stopAt);
    }
    expect(filesOf(await readAll(source))).toHaveLength(5);
    expect(source.problems()).toEqual([]);
  });
});

describe("a bomb in archives", () => {
  it("does not multiply: a zip that holds itself, many levels deep, is opened once", async () => {
    let bomb = rawZip([{ name: "0", body: "0".repeat(3_000_000), isDeflated: true }]);
    for (let level = 0; level < 6; level++) {
      bomb = rawZip(Array.from({ length: 8 }, (_, n) => ({ name: `${n}.zip`, body: bomb, isDeflated: true })));
    }
    const source = await asFile(bomb);
    const found = filesOf(await readAll(source));
    expect(found).toHaveLength(64);
    expect(problemsOf(source)).toHaveLength(64);
  });
});
