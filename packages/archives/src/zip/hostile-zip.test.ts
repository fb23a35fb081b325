import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BundleSource } from "../bundle-source.ts";
import { type RawZipEntry, rawZip } from "../fixtures/raw-zip.ts";
import { filesOf, openBytes, problemsOf, readAll } from "../fixtures/read-all.ts";
import { openSource } from "../index.ts";

let folder: string;
const disposables: AsyncDisposable[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-zip-"));
});
afterEach(async () => {
  for (const one of disposables.splice(0)) await one[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function openInNode(bytes: Uint8Array): Promise<BundleSource> {
  await writeFile(join(folder, "b.zip"), bytes);
  const source = await openSource({ path: join(folder, "b.zip"), spoolDir: folder });
  disposables.push(source);
  return source;
}

const ok: RawZipEntry = { name: "ok", body: "fine", isDeflated: true };

describe.each([
  ["in Node", openInNode],
  ["in a browser", openBytes],
])("a zip of strangers %s", (where, open) => {
  it.each<[string, RawZipEntry]>([
    ["leads up", { name: "../up" }],
    ["leads up the other way", { name: "a\\..\\..\\up" }],
    ["leads up as DOS writes it", { name: "a\\..\\..\\up", isOfDos: true, unixMode: 0 }],
    ["is absolute", { name: "/etc/passwd" }],
    ["is of a drive", { name: "C:/windows" }],
    ["has control characters", { name: "a\u0000b" }],
    ["has 10,000 characters", { name: `${"x/".repeat(5000)}y` }],
    ["is encrypted", { name: "e", body: "x", claims: { flags: 1 } }],
    ["is packed by another method", { name: "z", body: "x", claims: { method: 93 } }],
    ["is a link that leads out", { name: "d/l", body: "../../etc/passwd", unixMode: 0o120777 }],
    ["is a link to an absolute path", { name: "l", body: "/etc/passwd", unixMode: 0o120777, isDeflated: true }],
    ["is a link to an endless name", { name: "l", body: "x".repeat(5000), unixMode: 0o120777 }],
    ["is a link whose target is damaged", { name: "l", body: "a", unixMode: 0o120777, claims: { headerAt: 7 } }],
  ])("loses an entry that %s, with a reason, and nothing else", async (_, entry) => {
    const source = await open(rawZip([ok, entry, { ...ok, name: "ok2" }]));
    expect(filesOf(await readAll(source))).toEqual([
      ["ok", "fine"],
      ["ok2", "fine"],
    ]);
    expect(source.problems()).toMatchObject([
      { kind: "refused", count: 1, detail: expect.stringMatching(/^[A-Z].+\.$/) },
    ]);
  });

  it.each<[string, RawZipEntry, string]>([
    [
      "holds more than it says",
      { name: "e", body: "12345678", claims: { bytes: 4 }, isDeflated: true },
      " ! BAD_INPUT",
    ],
    [
      "holds less than it says",
      { name: "e", body: "1234", claims: { bytes: 4000 }, isDeflated: true },
      "1234 ! BAD_INPUT",
    ],
    ["is not where it says", { name: "e", body: "1234", claims: { headerAt: 3 } }, " ! BAD_INPUT"],
    ["is nowhere", { name: "e", body: "1234", claims: { headerAt: 4_000_000_000 } }, " ! BAD_INPUT"],
    ["is packed data that is none", { name: "e", body: "\u0007\u0007\u0007", claims: { method: 8 } }, " ! BAD_INPUT"],
  ])("gives what is readable of an entry that %s, then throws, and tells it once", async (_, entry, expected) => {
    const source = await open(rawZip([ok, entry, { ...ok, name: "ok2" }]));
    for (let reading = 0; reading < 2; reading++) {
      expect(filesOf(await readAll(source))).toEqual([
        ["ok", "fine"],
        ["e", expected],
        ["ok2", "fine"],
      ]);
    }
    expect(problemsOf(source)).toEqual(["cut e"]);
  });

  it("refuses entries that share their bytes, as those of bombs do", async () => {
    const kernel: RawZipEntry = { name: "0", body: "0".repeat(2_000_000), isDeflated: true };
    const shared = Array.from({ length: 200 }, (_, n) => ({
      ...kernel,
      name: `${n + 1}`,
      claims: { headerAt: 0 },
      hasNoData: true,
    }));
    const source = await open(rawZip([kernel, ...shared]));
    const found = filesOf(await readAll(source));
    // The table itself has room for some: they expand to no more than a file of that size may.
    expect(found.length).toBeLessThan(20);
    expect(problemsOf(source)).toContain("refused 200");
    expect(source.problems()[0]?.detail).toContain("other entries");
  });

  it("takes links, special files, folders and names of all kinds", async () => {
    const source = await open(
      rawZip([
        { name: "d/", unixMode: 0o40755 },
        { name: "d/l", body: "../ok", unixMode: 0o120777 },
        { name: "pipe", unixMode: 0o10644 },
        { name: "device", unixMode: 0o60644 },
        { name: "ns:a\\b", body: "1" },
        { name: "dos\\folder\\f", body: "2", isOfDos: true, unixMode: 0 },
        { name: "größe/漢", body: "3" },
        { name: "none", unixMode: 0, body: "4" },
        { name: "/", unixMode: 0o40755 },
      ]),
    );
    expect((await readAll(source)).map(({ path, kind, text, linkTarget }) => [path, kind, linkTarget ?? text])).toEqual(
      [
        ["d", "directory", ""],
        ["d/l", "link", "../ok"],
        ["pipe", "other", ""],
        ["device", "other", ""],
        ["ns:a\\b", "file", "1"],
        ["dos/folder/f", "file", "2"],
        ["größe/漢", "file", "3"],
        ["none", "file", "4"],
      ],
    );
    expect(source.problems()).toEqual([]);
  });

  it("gives both of two entries with one name, in order, and tells it", async () => {
    const source = await open(rawZip([ok, { ...ok, body: "later" }]));
    expect(filesOf(await readAll(source))).toEqual([
      ["ok", "fine"],
      ["ok", "later"],
    ]);
    expect(problemsOf(source)).toEqual(["duplicate ok"]);
  });

  it("may be read in part, and contents twice", async () => {
    const body = "x".repeat(300_000);
    const source = await open(rawZip(Array.from({ length: 9 }, (_, n) => ({ name: `${n}`, body, isDeflated: true }))));
    let read = 0;
    for await (const entry of source.entries()) {
      for await (const chunk of entry.content()) {
        read += chunk.length;
        break;
      }
      for await (const chunk of entry.content()) read += chunk.length;
    }
    expect(read).toBeGreaterThan(9 * 300_000);
    expect(source.problems()).toEqual([]);
  });

  it("is refused at once when its table of contents is cut off", async () => {
    const zip = rawZip([ok]);
    await expect(open(zip.subarray(0, zip.length - 5))).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining("table of contents"),
    });
  });

  it("ends, told, where its table of contents is damaged, and never throws", async () => {
    const zip = rawZip(
      Array.from({ length: 20 }, (_, n) => ({ name: `file-${n}`, body: `${n}`.repeat(500), isDeflated: true })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = new Uint8Array(zip);
          for (const [at, value] of changes) bytes[at] = value;
          const source = await open(bytes).catch((error: unknown) => {
            expect(error).toMatchObject({ code: "BAD_INPUT" });
            return undefined;
          });
          const found = source ? filesOf(await readAll(source)) : [];
          // Browsers compare lengths, not checksums.
          if (where !== "in Node") return;
          for (const [path, text] of found) {
            const n = /^file-(\d+)$/.exec(path)?.[1];
            if (n !== undefined && !text.includes(" ! ") && source?.problems().length === 0)
              expect(text).toBe(n.repeat(500));
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});

it("compares the checksum of what it unpacked, in Node", async () => {
  const source = await openInNode(rawZip([{ name: "e", body: "1234", claims: { crc32: 1 } }, ok]));
  expect(filesOf(await readAll(source))).toEqual([
    ["e", "1234 ! BAD_INPUT"],
    ["ok", "fine"],
  ]);
  expect(source.problems()).toMatchObject([{ kind: "cut", path: "e", detail: expect.stringContaining("checksum") }]);
});
