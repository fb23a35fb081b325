import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rawXz, rawZstd, zstdBomb, zstdMagic, zstdSkippable } from "../fixtures/raw-packed.ts";
import { joined } from "../fixtures/raw-tar.ts";
import { inPieces } from "../fixtures/read-all.ts";
import { inflateNode } from "./inflate-node.ts";
import { inflateWeb } from "./inflate-web.ts";
import { unpack } from "./unpack.ts";

async function unpacked(
  bytes: Uint8Array,
  size = 4096,
  inflate: typeof inflateNode = inflateNode,
): Promise<{ bytes: Buffer; code: string | undefined; message: string }> {
  const out: Uint8Array[] = [];
  const opts = { inflate, expansion: { read: bytes.length, made: 0 } };
  try {
    for await (const chunk of unpack(inPieces(bytes, size), opts)) out.push(chunk.slice());
  } catch (error) {
    return { bytes: Buffer.concat(out), code: (error as { code?: string }).code, message: String(error) };
  }
  return { bytes: Buffer.concat(out), code: undefined, message: "" };
}

const packers: [string, (content: Uint8Array) => Uint8Array, typeof inflateNode][] = [
  ["gzip in Node", gzipSync, inflateNode],
  ["gzip in a browser", gzipSync, inflateWeb],
  ["xz", rawXz, inflateNode],
  ["zstd", rawZstd, inflateNode],
];

describe.each(packers)("unpacking %s", (_, pack, inflate) => {
  it("gives any content back, in whatever pieces it comes, the first of one byte", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 900 }), async (content, size) => {
        const found = await unpacked(pack(content), size, inflate);
        expect(found.message).toBe("");
        expect(found.bytes.equals(content)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("gives what is readable of data that is cut anywhere, then BAD_INPUT", async () => {
    const content = Buffer.from(Array.from({ length: 30_000 }, (_, n) => `line ${n * 7919}\n`).join(""));
    const packed = pack(content);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 6, max: packed.length - 1 }), async (length) => {
        const found = await unpacked(packed.subarray(0, length), 4096, inflate);
        expect(found.code).toBe("BAD_INPUT");
        expect(found.bytes.equals(content.subarray(0, found.bytes.length))).toBe(true);
        // All but what the last step of the unpacking holds.
        expect(found.bytes.length).toBeGreaterThan((length / packed.length) * content.length - 250_000);
      }),
      { numRuns: 25 },
    );
  });

  it("ends with an error, and nothing else, when a byte is wrong", async () => {
    const content = Buffer.from(Array.from({ length: 3000 }, (_, n) => `line ${n * 7919}\n`).join(""));
    const packed = pack(content);
    const codes = new Set<string | undefined>();
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = new Uint8Array(packed);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        codes.add((await unpacked(damaged, 1000, inflate)).code);
      }),
      // A header of zstd that its library refuses before the first block; of the others any byte.
      { numRuns: 150, examples: [[4, 203]] },
    );
    for (const code of codes) expect([undefined, "BAD_INPUT", "TOO_LARGE"]).toContain(code);
    expect(codes).toContain("BAD_INPUT");
  });
});

describe("unpacking", () => {
  it("passes what is not packed", async () => {
    for (const text of ["", "x", "{}", "\u001f"]) {
      const bytes = new TextEncoder().encode(text);
      expect((await unpacked(bytes, 1)).bytes.equals(bytes)).toBe(true);
    }
  });

  it("reads streams and frames that follow each other, and frames to be skipped", async () => {
    const one = Buffer.from("one\n");
    const two = Buffer.from("two\n");
    expect((await unpacked(joined([rawXz(one), rawXz(two)]))).bytes.toString()).toBe("one\ntwo\n");
    const frames = [zstdSkippable(7), rawZstd(one), zstdSkippable(0), rawZstd(two), zstdSkippable(70_000)];
    expect(await unpacked(joined(frames), 5)).toEqual({
      bytes: Buffer.from("one\ntwo\n"),
      code: undefined,
      message: "",
    });
    // As many as fit into one piece: fzstd itself would call itself once for each.
    const many = joined(Array.from({ length: 5000 }, () => rawZstd(Buffer.from("x"))));
    expect((await unpacked(many, many.length)).bytes.length).toBe(5000);
  });

  it.each(["plain", "checksum", "long", "single-segment", "best"])(
    "reads what zstd itself packed (%s)",
    async (name) => {
      const content = Buffer.from(Array.from({ length: 20_000 }, (_, n) => `line ${n % 977} of ${n}\n`).join(""));
      const packed = await readFile(new URL(`../fixtures/lines.${name}.zst`, import.meta.url));
      const found = await unpacked(packed, 1000);
      expect(found.message).toBe("");
      expect(found.bytes.equals(content)).toBe(true);
    },
  );

  it("refuses windows and dictionaries that would take the memory", async () => {
    const window = joined([zstdMagic, Uint8Array.of(0, 20 << 3), new Uint8Array(100)]);
    expect(await unpacked(window)).toMatchObject({ code: "TOO_LARGE" });
    const segment = joined([zstdMagic, Uint8Array.of(0xe0, 0, 0, 0, 0, 1, 0, 0, 0), new Uint8Array(100)]);
    expect(await unpacked(segment)).toMatchObject({ code: "TOO_LARGE" });
    const dictionary = await readFile(new URL("../fixtures/dictionary-128-mib.xz", import.meta.url));
    expect(await unpacked(dictionary)).toMatchObject({ code: "TOO_LARGE", message: expect.stringContaining("64 MiB") });
  });

  it("stops a bomb where it is far beyond what real data packs to", async () => {
    const bomb = zstdBomb(10_000);
    let bytes = 0;
    const expansion = { read: bomb.length, made: 0 };
    const reading = (async () => {
      for await (const chunk of unpack(inPieces(bomb, 1000), { inflate: inflateNode, expansion }))
        bytes += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: "TOO_LARGE" });
    expect(bytes).toBeLessThanOrEqual(1024 ** 3);
    expect(expansion.made).toBeGreaterThan(1024 ** 3);
  });

  it("refuses zstd whose blocks are so small that moving its window takes hours", async () => {
    const window = Uint8Array.of(0, 17 << 3);
    const blocks = joined(Array.from({ length: 500 }, () => Uint8Array.of((1 << 1) | (1 << 3), 0, 0, 120)));
    const found = await unpacked(joined([zstdMagic, window, blocks]));
    expect(found).toMatchObject({ code: "TOO_LARGE", message: expect.stringContaining("small blocks") });
  });

  it("stops many small bombs as one large one", async () => {
    const bomb = zstdBomb(8000);
    const expansion = { read: bomb.length, made: 4 * 1024 ** 3 - 1000 };
    const reading = (async () => {
      for await (const _ of unpack(inPieces(bomb, 1000), { inflate: inflateNode, expansion }));
    })();
    await expect(reading).rejects.toMatchObject({ code: "TOO_LARGE" });
    expect(expansion.made).toBeLessThan(4 * 1024 ** 3 + 1024 ** 2);
  });

  it("unpacks one xz inside another, and many side by side", async () => {
    const content = Buffer.from("deep\n".repeat(50_000));
    const inner = rawXz(content);
    const opts = { inflate: inflateNode, expansion: { read: 1, made: 0 } };
    const texts = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const out: Uint8Array[] = [];
        for await (const chunk of unpack(unpack(inPieces(rawXz(inner), 3000), opts), opts)) out.push(chunk);
        return Buffer.concat(out);
      }),
    );
    for (const text of texts) expect(text.equals(content)).toBe(true);
  });

  // Not in a browser: Node 20's DecompressionStream, which stands for it here, has no back-pressure.
  it.each(packers.filter(([name]) => !name.includes("browser")))(
    "asks for little more than it gives, and no more when its reader leaves (%s)",
    async (_, pack, inflate) => {
      const bytes = pack(Buffer.from(Array.from({ length: 600_000 }, (_, n) => `${n * 7919}`).join("\n")));
      let asked = 0;
      let left = false;
      async function* counted() {
        try {
          for await (const piece of inPieces(bytes, 10_000)) {
            asked += piece.length;
            yield piece;
          }
        } finally {
          left = true;
        }
      }
      for await (const chunk of unpack(counted(), { inflate, expansion: { read: 1, made: 0 } })) {
        if (chunk.length > 0) break;
      }
      expect(asked).toBeLessThan(800_000);
      expect(left).toBe(true);
      const atEnd = asked;
      await new Promise((resolve) => setImmediate(resolve));
      expect(asked).toBe(atEnd);
    },
  );
});
