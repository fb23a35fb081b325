import type { FileHandle } from "node:fs/promises";
import { checkCancelled } from "./check-cancelled.ts";
import { fileError } from "./file-error.ts";
import type { RandomAccess } from "./random-access.ts";

const chunkBytes = 64 * 1024;

interface NodeFile {
  /** For messages. */
  name: string;
  handle: FileHandle;
  bytes: number;
  signal: AbortSignal | undefined;
}

/** An open file, read by position. Throws CANCELLED, and what the system says, as KubinErrors. */
export function nodeFile(opts: NodeFile): RandomAccess {
  async function* read(from: number, to: number): AsyncGenerator<Uint8Array> {
    for (let position = from; position < to; ) {
      checkCancelled(opts.signal);
      const buffer = new Uint8Array(Math.min(chunkBytes, to - position));
      const { bytesRead } = await opts.handle.read(buffer, 0, buffer.length, position).catch((error: unknown) => {
        throw fileError(error, opts.name);
      });
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }
  return { bytes: opts.bytes, read };
}
