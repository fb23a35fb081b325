import { gzipSync } from "node:zlib";
import { KubinError } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import type { Ctx } from "../ctx.ts";
import { readUnpacked } from "./read-unpacked.ts";

/** A context whose store holds just these bytes; nothing else of it is reached. */
function ctxWith(read: () => AsyncIterable<Uint8Array>): Ctx {
  return { ports: { objects: { read } } } as unknown as Ctx;
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString();
}

async function unpack(bytes: Uint8Array, maxBytes = 1_000_000): Promise<string> {
  const ctx = ctxWith(() => inPieces(bytes, 7));
  return readAll(readUnpacked({ ctx, key: "k", maxBytes }));
}

describe("readUnpacked", () => {
  it("unpacks, also several members behind each other", async () => {
    expect(await unpack(Buffer.concat([gzipSync("one\n"), gzipSync("two\n")]))).toBe("one\ntwo\n");
  });

  it.each([
    ["no gzip", Buffer.from("hello, this is text")],
    ["cut short", gzipSync("some text that is long enough to be cut").subarray(0, 30)],
    ["damaged", Buffer.concat([gzipSync("x".repeat(500)).subarray(0, 15), Buffer.alloc(40, 7)])],
  ])("%s is a bad part", async (_, bytes) => {
    await expect(unpack(bytes)).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  it("stops a bomb at the limit", async () => {
    await expect(unpack(gzipSync(Buffer.alloc(5_000_000)), 1_000_000)).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining("1.0 MiB"),
    });
  });

  it("tells a missing object from a store that is away", async () => {
    const failing = (code: "NOT_FOUND" | "UNAVAILABLE") =>
      ctxWith(async function* () {
        yield gzipSync("a").subarray(0, 4);
        throw new KubinError(code, "no");
      });
    const read = (ctx: Ctx) => readAll(readUnpacked({ ctx, key: "k", maxBytes: 10 }));
    await expect(read(failing("NOT_FOUND"))).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(read(failing("UNAVAILABLE"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("closes the source when the reader leaves", async () => {
    let isClosed = false;
    const packed = gzipSync(Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251)));
    const ctx = ctxWith(async function* () {
      try {
        for (;;) yield* inPieces(packed, 64);
      } finally {
        isClosed = true;
      }
    });
    for await (const chunk of readUnpacked({ ctx, key: "k", maxBytes: 1e9 })) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    await expect.poll(() => isClosed).toBe(true);
  });
});
