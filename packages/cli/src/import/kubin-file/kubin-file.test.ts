import { createHash } from "node:crypto";
import {
  type LargePart,
  type Manifest,
  manifestVersion,
  type PackedPart,
  type PartEntry,
  pieceBytes,
} from "@kubin/schema";
import fc from "fast-check";
import { packTar } from "modern-tar";
import { describe, expect, test } from "vitest";
import type { KubinFileBegin } from "./begin-document.ts";
import { kubinTar } from "./kubin-tar.ts";
import { partsOfFile } from "./parts-of-file.ts";
import { sealedChunks } from "./sealed-chunks.ts";
import { limits, names, partName } from "./tar-names.ts";
import { verifyKubinFile } from "./verify-kubin-file.ts";

interface Part {
  entry: PartEntry;
  bytes: Uint8Array;
}

const begin: KubinFileBegin = {
  format: "kubin",
  version: 1,
  kubin: "0.1.0",
  name: "shop",
  layout: "must-gather",
  manifestVersion,
  expiresInDays: 7,
};

const anyPart = fc
  .record({
    type: fc.constantFrom("resources" as const, "bundle" as const, "events" as const),
    namespace: fc.constantFrom("", "shop", "a".repeat(63)),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 2000 }),
    path: fc.option(fc.string({ maxLength: 50 }), { nil: undefined }),
  })
  .map(({ type, namespace, bytes, path }) => partIn({ type, namespace, bytes, path }));

interface Given {
  type: PartEntry["type"];
  namespace: string;
  bytes: Uint8Array;
  path?: string | undefined;
}

function partIn({ type, namespace, bytes, path }: Given): Part {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const entry = { type, namespace, sha256, size: bytes.length, items: 1, ...(path !== undefined && { path }) };
  return { entry, bytes };
}

const text = (value: string) => new TextEncoder().encode(value);
const resource = (value: string) => partIn({ type: "resources", namespace: "shop", bytes: text(value) });

function manifestOf(parts: readonly PackedPart[]): Manifest {
  return {
    version: manifestVersion,
    facts: { layout: "must-gather", tool: "test" },
    truncated: false,
    parts: parts.map(({ entry }) => entry),
    coverage: [],
    redactions: [],
  };
}

async function* stream<T>(items: readonly T[]) {
  yield* items;
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const write = (parts: readonly Part[], manifest = manifestOf(parts)) =>
  bytesOf(kubinTar({ begin, parts: stream(parts), manifest: () => manifest }));

/** In pieces of odd sizes, as a disk or a network may hand it over. */
function* inPieces(file: Uint8Array, size: number) {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

const read = (file: Uint8Array, size = 701) => stream([...inPieces(file, size)]);
const verify = (file: Uint8Array, size?: number) => verifyKubinFile(read(file, size));

test("any parts that go in come out, with their entries, in pieces of any size", async () => {
  const parts = fc.array(anyPart, { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(parts, fc.integer({ min: 100, max: 5_000 }), async (given, size) => {
      const file = await write(given);
      expect(await write(given)).toEqual(file);
      const { manifest, begin: said } = await verify(file, size);
      expect(said).toEqual(begin);
      expect(manifest).toEqual(manifestOf(given));
      const out: Part[] = [];
      for await (const part of partsOfFile(() => read(file, size), manifest)) {
        if (!("bytes" in part)) throw new Error("none of these is large");
        out.push(part);
      }
      const key = ({ entry, bytes }: Part) => `${partName(entry)} ${entry.path} ${Buffer.from(bytes).toString("hex")}`;
      expect(out.map(key).sort()).toEqual(given.map(key).sort());
    }),
    { numRuns: 60 },
  );
});

describe("a part larger than fits in memory", () => {
  const pieces = [new Uint8Array(pieceBytes).fill(1), new Uint8Array(pieceBytes).fill(2), new Uint8Array(700).fill(3)];
  const whole = Buffer.concat(pieces);
  const { entry } = partIn({ type: "raw", namespace: "", bytes: whole, path: "core" });
  const large: LargePart = { entry, pieces: () => stream(pieces) };
  const given = [resource("before"), large, resource("behind")];
  const manifest = manifestOf(given);
  const writeAll = () => bytesOf(kubinTar({ begin, parts: stream(given), manifest: () => manifest }));

  test("comes out in the same pieces, between the others", async () => {
    const file = await writeAll();
    const chunk = 1024 * 1024 + 7;
    expect((await verify(file, chunk)).manifest).toEqual(manifest);
    const out: [string, number[]][] = [];
    let read = Buffer.of();
    for await (const part of partsOfFile(() => stream([...inPieces(file, chunk)]), manifest)) {
      const found: Uint8Array[] = [];
      if ("pieces" in part) {
        for await (const piece of part.pieces()) found.push(piece);
        read = Buffer.concat(found);
      }
      out.push([part.entry.sha256, found.map(({ length }) => length)]);
    }
    expect(out).toEqual(
      given.map((part) => [part.entry.sha256, part === large ? pieces.map((one) => one.length) : []]),
    );
    expect(read.equals(whole)).toBe(true);
  });

  test("is passed by when nobody wants it", async () => {
    const file = await writeAll();
    const out: string[] = [];
    for await (const part of partsOfFile(() => stream([...inPieces(file, 65_536)]), manifest))
      out.push(part.entry.sha256);
    expect(out).toEqual(given.map((part) => part.entry.sha256));
  });

  test("with a changed byte is refused", async () => {
    const file = await writeAll();
    const at = file.length >> 1;
    file[at] = (file[at] ?? 0) ^ 1;
    await expect(verify(file, 1_000_000)).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  test("that no tar can hold is refused by name before anything of it is written", async () => {
    const giant = { entry: { ...entry, size: limits.rawPartBytes + 1 }, pieces: () => stream([]) };
    const written = bytesOf(kubinTar({ begin, parts: stream([giant]), manifest: () => manifest }));
    await expect(written).rejects.toMatchObject({ code: "TOO_LARGE", message: expect.stringContaining("core") });
  });
});

test("a file that was cut anywhere is refused", async () => {
  const file = await write([
    resource("one"),
    partIn({ type: "bundle", namespace: "", bytes: text("two"), path: "version" }),
  ]);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), async (length) => {
      await expect(verify(file.subarray(0, length))).rejects.toMatchObject({ code: "BAD_INPUT" });
    }),
    { numRuns: 300 },
  );
  for (const length of [0, 1, 511, 512, file.length - 1, file.length - 512, file.length - 1024, file.length - 2048]) {
    await expect(verify(file.subarray(0, length))).rejects.toMatchObject({ code: "BAD_INPUT" });
  }
});

test("a file of which any byte was changed is refused", async () => {
  const file = await write([
    resource("one"),
    partIn({ type: "bundle", namespace: "", bytes: text("two"), path: "version" }),
  ]);
  const change = fc.record({ at: fc.integer({ min: 0, max: file.length - 1 }), by: fc.integer({ min: 1, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(change, async ({ at, by }) => {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ by;
      await expect(verify(changed)).rejects.toMatchObject({ code: expect.stringMatching(/BAD_INPUT|UNSUPPORTED/) });
    }),
    { numRuns: 400 },
  );
});

test("bytes behind the end are refused", async () => {
  const file = await write([resource("one")]);
  await expect(verify(Buffer.concat([file, Buffer.alloc(512)]))).rejects.toMatchObject({ code: "BAD_INPUT" });
  await expect(verify(Buffer.concat([file, file]))).rejects.toMatchObject({ code: "BAD_INPUT" });
});

/** A file with a seal that fits, whatever it holds: what somebody hostile would write. */
async function sealed(entries: { name: string; body: Uint8Array; type?: "symlink" | "link"; size?: number }[]) {
  const packed = await packTar(
    entries.map(({ name, body, type }) => ({
      header: {
        name,
        size: type ? 0 : body.length,
        mtime: new Date(0),
        ...(type && { type, linkname: "/etc/passwd" }),
      },
      body: type ? undefined : body,
    })),
  );
  const content = packed.subarray(0, packed.length - 1024);
  const { sealEntry } = await import("./kubin-tar.ts");
  return Buffer.concat([content, await sealEntry(createHash("sha256").update(content).digest("hex"))]);
}

const json = (value: unknown) => text(JSON.stringify(value));
const one = resource("one");
const two = resource("two");
const head = { name: names.begin, body: json(begin) };
const own = { name: partName(one.entry), body: one.bytes };
const tail = (parts: readonly Part[]) => ({ name: names.manifest, body: json(manifestOf(parts)) });

test("what is sealed and fits is taken", async () => {
  expect((await verify(await sealed([head, own, tail([one])]))).manifest.parts).toHaveLength(1);
});

test.each([
  ["a part twice", [head, own, own, tail([one])], /a part twice/],
  [
    "a part that no manifest names",
    [head, own, { name: partName(two.entry), body: two.bytes }, tail([one])],
    /not in its manifest/,
  ],
  ["a manifest that names more", [head, own, tail([one, two])], /1 of the 2 parts/],
  ["a part that is not its digest", [head, { name: own.name, body: text("eno") }, tail([one])], /digest/],
  ["a size that lies", [head, own, tail([{ ...one, entry: { ...one.entry, size: 4 } }])], /another size/],
  ["no manifest", [head, own], /ends early|order/],
  ["no beginning", [own, tail([one])], /order/],
  ["two manifests", [head, own, tail([one]), tail([one])], /order/],
  ["a part behind the manifest", [head, tail([one]), own], /order/],
  ["a name that climbs", [head, { name: "../../etc/cron.d/x", body: text("x") }, tail([])], /does not belong/],
  [
    "a part name that climbs",
    [head, { name: `parts/resources/../${one.entry.sha256}`, body: one.bytes }, tail([])],
    /does not belong/,
  ],
  ["a link", [head, { ...own, type: "symlink" as const }, tail([one])], /does not belong/],
  [
    "a manifest of another shape",
    [head, own, { name: names.manifest, body: json({ version: 1, parts: "all" }) }],
    /shape/,
  ],
  ["a manifest that is no JSON", [head, own, { name: names.manifest, body: text("{") }], /no JSON/],
])("%s is refused, whoever sealed it", async (_, entries, words) => {
  const failed = verify(await sealed(entries));
  await expect(failed).rejects.toMatchObject({ code: "BAD_INPUT", message: expect.stringMatching(words) });
});

test("documents of a newer kubin are told as such", async () => {
  const newer = { name: names.begin, body: json({ ...begin, version: 9, more: true }) };
  await expect(verify(await sealed([newer, own, tail([one])]))).rejects.toMatchObject({ code: "UNSUPPORTED" });
  const manifest = { name: names.manifest, body: json({ ...manifestOf([one]), version: manifestVersion + 1 }) };
  await expect(verify(await sealed([head, own, manifest]))).rejects.toMatchObject({ code: "UNSUPPORTED" });
});

test("an entry that says it is huge is refused before it is read", async () => {
  const file = await sealed([head, { name: names.manifest, body: new Uint8Array(1) }]);
  const at = file.indexOf(names.manifest);
  file.write((limits.manifestBytes + 1).toString(8).padStart(11, "0"), at + 124, "latin1");
  file.fill(" ", at + 148, at + 156);
  const sum = file.subarray(at, at + 512).reduce((all, byte) => all + byte, 0);
  file.write(`${sum.toString(8).padStart(6, "0")}\0 `, at + 148, "latin1");
  await expect(verify(file)).rejects.toMatchObject({ message: expect.stringContaining("at most") });
});

test("the seal is asked for whatever the pieces", async () => {
  const file = await write([one]);
  for (const size of [1, 3, 2047, 2048, 2049, file.length]) {
    expect(await bytesOf(sealedChunks(read(file, size)))).toEqual(file);
  }
});
