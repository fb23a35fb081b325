import { isKubinError } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "./bundle-source.ts";

/** Enough to see the first keys of a document. */
const headBytes = 64 * 1024;

/** The first 64 KiB of a file, unpacked; less when it cannot be read so far. */
export async function readHead(entry: BundleEntry, source: BundleSource): Promise<string> {
  const head = new Uint8Array(headBytes);
  let filled = 0;
  try {
    for await (const chunk of source.unpack(entry.content())) {
      const piece = chunk.subarray(0, headBytes - filled);
      head.set(piece, filled);
      filled += piece.length;
      if (filled === headBytes) break;
    }
  } catch (error) {
    if (isKubinError(error, "CANCELLED")) throw error;
  }
  const wide = head[0] === 0xff && head[1] === 0xfe;
  return new TextDecoder(wide ? "utf-16le" : "utf-8").decode(head.subarray(0, filled));
}
