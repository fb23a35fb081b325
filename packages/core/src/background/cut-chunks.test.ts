import type { LogStreamRef } from "@kubin/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unread } from "../contracts/log-samples.ts";
import { type CutChunk, cutChunks, type StreamRow } from "./cut-chunks.ts";

const limits = { rows: 5, bytes: 400 };

function streamOf(pod: string): LogStreamRef {
  return { namespace: "shop", pod, container: "app", source: "current" };
}

function rowsOf(lines: { pod: number; length: number }[]): StreamRow[] {
  return lines.map(({ pod, length }, line) => ({
    stream: streamOf(`web-${pod}`),
    row: { line, at: undefined, level: "info", prefix: new Uint8Array(0), message: new Uint8Array(length), ...unread },
  }));
}

async function cut(batches: StreamRow[][]): Promise<CutChunk[]> {
  async function* source() {
    yield* batches;
  }
  const chunks: CutChunk[] = [];
  for await (const chunk of cutChunks(source(), limits)) chunks.push(chunk);
  return chunks;
}

const lines = fc.array(fc.record({ pod: fc.nat(3), length: fc.nat(368) }), { maxLength: 60 });

describe("cutChunks", () => {
  it("keeps every row once, in order, within the limits", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (made) => {
        const rows = rowsOf(made);
        const chunks = await cut([rows]);
        const out = chunks.flatMap((chunk) =>
          chunk.flatMap(({ stream, rows: inStream }) => inStream.map((row) => ({ stream, row }))),
        );
        expect(out).toEqual(rows);
        for (const chunk of chunks) {
          const all = chunk.flatMap((part) => part.rows);
          expect(all.length).toBeGreaterThan(0);
          expect(all.length).toBeLessThanOrEqual(limits.rows);
          expect(all.reduce((sum, { message }) => sum + message.length + 32, 0)).toBeLessThanOrEqual(limits.bytes);
        }
      }),
    );
  });

  it("cuts at the same lines however the rows arrive", async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 7 }), async (made, size) => {
        const rows = rowsOf(made);
        const batches: StreamRow[][] = [];
        for (let from = 0; from < rows.length; from += size) batches.push(rows.slice(from, from + size));
        expect(await cut(batches)).toEqual(await cut([rows]));
      }),
    );
  });

  it("gives the rows of one stream as one group", async () => {
    const [chunk] = await cut([
      rowsOf([
        { pod: 1, length: 1 },
        { pod: 1, length: 1 },
        { pod: 2, length: 1 },
      ]),
    ]);
    expect(chunk?.map(({ stream, rows }) => [stream.pod, rows.length])).toEqual([
      ["web-1", 2],
      ["web-2", 1],
    ]);
  });
});
