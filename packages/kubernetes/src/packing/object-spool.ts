import type { JsonObject } from "../bundle/json-object.ts";
import type { Redacted } from "../redaction/redacted.ts";
import type { SpoolFile } from "./spool.ts";

export interface ObjectSpool {
  write(object: Redacted<JsonObject>): Promise<{ start: number; length: number }>;
  read(place: { start: number; length: number }): Promise<unknown>;
  flush(): Promise<void>;
}

/** Objects are appended in blocks, not one by one. */
const blockBytes = 1024 * 1024;

/** Writes the JSON of objects one behind the other. */
export function objectSpool(file: SpoolFile): ObjectSpool {
  const encoder = new TextEncoder();
  let block = new Uint8Array(blockBytes);
  /** Bytes of the block that are filled, and where the block begins in the file. */
  let filled = 0;
  let blockStart = 0;

  async function flush(): Promise<void> {
    if (filled === 0) return;
    const bytes = block.subarray(0, filled);
    // A new one each time: the spool may still hold the last.
    block = new Uint8Array(blockBytes);
    blockStart += filled;
    filled = 0;
    await file.append(bytes);
  }
  return {
    async write(object) {
      const text = JSON.stringify(object);
      const start = blockStart + filled;
      // Into the block, since a buffer for each object costs more than the text.
      const { read: taken, written } = encoder.encodeInto(text, block.subarray(filled));
      if (taken === text.length) {
        filled += written;
        return { start, length: written };
      }
      await flush();
      const bytes = encoder.encode(text);
      blockStart += bytes.length;
      await file.append(bytes);
      return { start, length: bytes.length };
    },
    async read({ start, length }) {
      if (start + length > blockStart) await flush();
      return JSON.parse(new TextDecoder().decode(await file.read(start, start + length)));
    },
    flush,
  };
}
