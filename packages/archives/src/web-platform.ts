import { endsReading } from "./ends-reading.ts";
import type { Platform } from "./platform.ts";
import { inflateWeb } from "./unpack/inflate-web.ts";
import { webFile } from "./web-file.ts";
import { listZipWeb } from "./zip/list-zip-web.ts";

/** A page may have to hold it in memory. */
const maxSpooledBytes = 512 * 1024 ** 2;
/** So much is held before it becomes a Blob, which browsers may keep on the disk. */
const pieceBytes = 8 * 1024 ** 2;

/** How browsers unpack and spool. */
export function webPlatform(signal: AbortSignal | undefined): Platform {
  return {
    inflate: inflateWeb,
    listZip: listZipWeb,
    maxSpooledBytes,
    async spool(chunks) {
      const blob = await blobOf(chunks);
      return blob && { ...webFile(blob, signal), close: async () => undefined };
    },
  };
}

async function blobOf(chunks: AsyncIterable<Uint8Array>): Promise<Blob | undefined> {
  const pieces: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let heldBytes = 0;
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      heldBytes += chunk.length;
      if (bytes > maxSpooledBytes) return undefined;
      held.push(new Uint8Array(chunk));
      if (heldBytes < pieceBytes) continue;
      pieces.push(new Blob(held));
      held = [];
      heldBytes = 0;
    }
  } catch (error) {
    if (endsReading(error)) throw error;
  }
  return new Blob([...pieces, ...held]);
}
