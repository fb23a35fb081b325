import type { LogStreamRef } from "@kubin/schema";
import type { LogChunk, LogRow } from "../ports/logs.ts";

/** One parsed line and the stream it is of. */
export interface StreamRow {
  stream: LogStreamRef;
  row: LogRow;
}

export type CutChunk = LogChunk["streams"];

export interface ChunkLimits {
  rows: number;
  /** Of prefixes and messages, and a little for each row. */
  bytes: number;
}

/** What a port takes in one insert, see `LogChunk`. */
export const chunkLimits: ChunkLimits = { rows: 50_000, bytes: 16 * 1024 * 1024 };

/** Number, time and level of a row. */
const bytesARow = 32;

/** Longest line that fits into a chunk of its own, in bytes. */
export function maxRowBytes(limits: ChunkLimits): number {
  return limits.bytes - bytesARow;
}

/**
 * Cuts rows into chunks by nothing but their order and lengths, so that every attempt at a part makes the same ones.
 * A chunk may span streams; one stream's rows stay together.
 */
export async function* cutChunks(batches: AsyncIterable<StreamRow[]>, limits: ChunkLimits): AsyncGenerator<CutChunk> {
  let chunk: CutChunk = [];
  let rows = 0;
  let bytes = 0;
  for await (const batch of batches) {
    for (const { stream, row } of batch) {
      const size = row.prefix.length + row.message.length + bytesARow;
      if (rows > 0 && (rows >= limits.rows || bytes + size > limits.bytes)) {
        yield chunk;
        chunk = [];
        rows = 0;
        bytes = 0;
      }
      const last = chunk.at(-1);
      if (last !== undefined && isSameStream(last.stream, stream)) last.rows.push(row);
      else chunk.push({ stream, rows: [row] });
      rows += 1;
      bytes += size;
    }
  }
  if (rows > 0) yield chunk;
}

function isSameStream(left: LogStreamRef, right: LogStreamRef): boolean {
  return (
    left.namespace === right.namespace &&
    left.pod === right.pod &&
    left.container === right.container &&
    left.source === right.source
  );
}
