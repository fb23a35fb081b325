import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joined, pax, type RawMember, rawMember, rawTar, tarEnd } from "../fixtures/raw-tar.ts";
import { filesOf, inPieces, openBytes, problemsOf, readAll } from "../fixtures/read-all.ts";
import { problemLog } from "../problem-log.ts";
import { readTar } from "./read-tar.ts";

const ok: RawMember = { name: "ok", body: "fine" };

async function read(members: readonly RawMember[]) {
  const source = await openBytes(rawTar(members));
  return { found: await readAll(source), problems: problemsOf(source), all: source.problems() };
}

describe("a tar of strangers", () => {
  it.each<[string, RawMember[]]>([
    ["leads up", [{ name: "../up", body: "x" }]],
    ["leads up on the way", [{ name: "a/../../up", body: "x" }]],
    ["is absolute", [{ name: "/etc/passwd", body: "x" }]],
    ["is of a drive", [{ name: "C:\\windows\\x", body: "x" }]],
    ["leads up the other way", [{ name: "a\\..\\..\\up", body: "x" }]],
    ["has a bell", [{ name: "bell\u0007", body: "x" }]],
    ["turns the writing", [{ name: "turned\u202egpj.exe", body: "x" }]],
    ["has a line break", [{ name: "a\nb", body: "x" }]],
    [
      "has 10,000 characters (GNU)",
      [
        { name: "././@LongLink", type: "L", body: `${"x/".repeat(5000)}\0` },
        { name: "x", body: "x" },
      ],
    ],
    ["has 10,000 characters (pax)", [pax({ path: "x/".repeat(5000) }), { name: "x", body: "x" }]],
    ["leads up (pax)", [pax({ path: "../../up" }), { name: "x", body: "x" }]],
    [
      "leads up (GNU)",
      [
        { name: "././@LongLink", type: "L", body: "../up\0" },
        { name: "x", body: "x" },
      ],
    ],
    ["leads up (prefix)", [{ name: "up", prefix: "..", body: "x" }]],
    [
      "is longer than a mebibyte",
      [
        { name: "././@LongLink", type: "L", body: "x".repeat(2_000_000) },
        { name: "x", body: "x" },
      ],
    ],
    ["is a link that leads out", [{ name: "d/l", type: "2", linkName: "../../etc" }]],
    ["is a link to an absolute path", [{ name: "l", type: "2", linkName: "/etc/passwd" }]],
    ["is a link to a drive", [{ name: "l", type: "2", linkName: "c:\\x" }]],
    ["is a link to nothing", [{ name: "l", type: "2" }]],
    ["is a link that leads out (pax)", [pax({ linkpath: "../../x" }), { name: "l", type: "2", linkName: "ok" }]],
    [
      "is a link that leads out (GNU)",
      [
        { name: "././@LongLink", type: "K", body: "../x\0" },
        { name: "l", type: "2" },
      ],
    ],
    ["is a hard link that leads out", [{ name: "d/e/l", type: "1", linkName: "../x" }]],
    ["is sparse (GNU)", [{ name: "s", type: "S", body: "data" }]],
    ["is sparse (pax)", [pax({ "GNU.sparse.major": "1", "GNU.sparse.name": "s" }), { name: "s", body: "data" }]],
    ["has a size that is none", [{ name: "s", size: new TextEncoder().encode("what is it?!") }]],
    ["has a negative size", [{ name: "s", size: new Uint8Array(12).fill(255) }]],
    [
      "has a size beyond all numbers",
      [{ name: "s", size: Uint8Array.of(0x80, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255) }],
    ],
  ])("loses an entry that %s, with a reason, and nothing else", async (_, members) => {
    const { found, all } = await read([ok, ...members, { ...ok, name: "ok2" }]);
    expect(found.map(({ path, text }) => [path, text])).toEqual([
      ["ok", "fine"],
      ["ok2", "fine"],
    ]);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ kind: "refused", count: 1 });
    expect(all[0]?.detail).toMatch(/^[A-Z].+\.$/);
  });

  it("gives devices, pipes and labels as what they are, without content", async () => {
    const members = ["3", "4", "6", "V"].map((type) => ({ name: `special${type}`, type }));
    const { found, problems } = await read([...members, ok]);
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ["other", ""],
      ["other", ""],
      ["other", ""],
      ["other", ""],
      ["file", "fine"],
    ]);
    expect(problems).toEqual([]);
  });

  it("gives links that stay inside; hard links as links from where they lie", async () => {
    const { found } = await read([
      { name: "b/logs/a", type: "2", linkName: "../pods/a:b.log" },
      { name: "b/c/hard", type: "1", linkName: "b/pods/a", size: 512 },
    ]);
    expect(found.map(({ path, linkTarget }) => [path, linkTarget])).toEqual([
      ["b/logs/a", "../pods/a:b.log"],
      ["b/c/hard", "../../b/pods/a"],
    ]);
  });

  it("takes names with colons, backslashes, foreign letters, and bytes that are no UTF-8", async () => {
    const { found, problems } = await read([
      { name: "ns:a/b\\c" },
      { name: "größe/漢" },
      { name: Uint8Array.of(0x61, 0xff, 0x62) },
      { name: "./a//b/./c/", type: "5" },
    ]);
    expect(found.map(({ path }) => path)).toEqual(["ns:a/b\\c", "größe/漢", "a\ufffdb", "a/b/c"]);
    expect(problems).toEqual([]);
  });

  it("reads long names of all kinds, sizes of pax, and comments about the whole", async () => {
    const long = `${"d".repeat(90)}/${"e".repeat(90)}/${"f".repeat(90)}`;
    const { found, problems } = await read([
      { name: "pax_global_header", type: "g", body: "20 path=../../owned\n" },
      { name: "././@LongLink", type: "L", body: `${long}\0` },
      { name: "short", body: "gnu" },
      pax({ path: `${long}2`, size: "5", mtime: "1.5" }),
      { name: "short", body: "12345", size: 0 },
      { name: "n", prefix: "of/posix", body: "1" },
      { name: "old", magic: "ustar  \0", prefix: "\0times", body: "2" },
      { name: "v7/", magic: "\0\0\0\0\0\0\0\0", type: "\0" },
      { name: "v7/f", magic: "\0\0\0\0\0\0\0\0", type: "\0", body: "3" },
    ]);
    expect(found.map(({ path, kind, text }) => [path, kind, text])).toEqual([
      [long, "file", "gnu"],
      [`${long}2`, "file", "12345"],
      ["of/posix/n", "file", "1"],
      ["old", "file", "2"],
      ["v7", "directory", ""],
      ["v7/f", "file", "3"],
    ]);
    expect(problems).toEqual([]);
  });

  it("gives both of two entries with one name, in order, and tells it", async () => {
    const { found, problems } = await read([
      ok,
      { name: "./ok", body: "later" },
      { name: "d", type: "5" },
      { name: "d", type: "5" },
    ]);
    expect(filesOf(found)).toEqual([
      ["ok", "fine"],
      ["ok", "later"],
    ]);
    expect(problems).toEqual(["duplicate ok"]);
  });
});

describe("a damaged tar", () => {
  const three = () => [
    rawMember({ name: "a", body: "1".repeat(1500) }),
    rawMember({ name: "b", body: "2".repeat(1500) }),
    rawMember({ name: "c", body: "3" }),
  ];

  it("goes on at the next header when one is wrong, and tells how much was lost", async () => {
    const [a = tarEnd, b = tarEnd, c = tarEnd] = three();
    const broken = new Uint8Array(b);
    broken[3] = 99;
    const source = await openBytes(joined([a, broken, c, tarEnd]));
    expect(filesOf(await readAll(source)).map(([path]) => path)).toEqual(["a", "c"]);
    expect(source.problems()).toMatchObject([
      { kind: "cut", path: "", detail: expect.stringContaining("2048 bytes at 2048") },
    ]);
  });

  it("is a tar also when its first header is the wrong one", async () => {
    const [a = tarEnd, b = tarEnd] = three();
    const broken = new Uint8Array(a);
    broken[0] = 99;
    const source = await openBytes(joined([broken, b, tarEnd]));
    expect(filesOf(await readAll(source)).map(([path]) => path)).toEqual(["b"]);
    expect(problemsOf(source)).toEqual(["cut "]);
  });

  it("survives sizes that lie: a body too long swallows, one too short is passed over", async () => {
    const source = await openBytes(
      joined([
        rawMember({ name: "long", body: "x", size: 2000 }),
        ...three(),
        rawMember({ name: "short", body: "y".repeat(2000), size: 5 }),
        rawMember({ name: "end", body: "e" }),
        tarEnd,
      ]),
    );
    const found = filesOf(await readAll(source));
    expect(found.map(([path]) => path)).toEqual(["long", "b", "c", "short", "end"]);
    expect(found[3]?.[1]).toBe("yyyyy");
    expect(problemsOf(source)).toEqual(["cut ", "cut "]);
  });

  it("is read on behind an end mark, and behind garbage", async () => {
    const [a = tarEnd, b = tarEnd] = three();
    const garbage = new Uint8Array(3000).fill(120);
    const source = await openBytes(joined([a, tarEnd, b, tarEnd, garbage]));
    expect(filesOf(await readAll(source)).map(([path]) => path)).toEqual(["a", "b"]);
    expect(source.problems()).toMatchObject([
      { kind: "cut", detail: expect.stringContaining("3000 bytes") },
      { kind: "cut", detail: expect.stringContaining("end mark") },
    ]);
  });

  it("is read as GNU tar reads it: the bundle that crust-gather left damaged", async () => {
    const packed = await readFile(new URL("../../../../samples/bundles/crust-gather.tar.gz", import.meta.url));
    const source = await openBytes(packed);
    const found = filesOf(await readAll(source));
    expect(found).toHaveLength(480);
    expect(found.some(([, text]) => text.includes(" ! "))).toBe(false);
    expect(source.problems()).toMatchObject([
      { kind: "cut", path: "", detail: expect.stringContaining("2048 bytes at 216064"), count: 1 },
    ]);
  });

  it("never throws and never loops, whatever its bytes are, in whatever pieces", async () => {
    const packed = await readFile(new URL("../../../../samples/bundles/sonobuoy-0.8.tar.gz", import.meta.url));
    const tar = gunzipSync(packed).subarray(0, 120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 3000 }),
        async (changes, size) => {
          const bytes = new Uint8Array(tar);
          for (const [at, value] of changes) bytes[at] = value;
          const outcomes: unknown[] = [];
          for (const pieces of [size, 65_536]) {
            const problems = problemLog();
            const paths: string[] = [];
            for await (const entry of readTar(inPieces(bytes, pieces), problems)) paths.push(entry.path);
            outcomes.push([paths, problems.all()]);
          }
          expect(outcomes[0]).toEqual(outcomes[1]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
