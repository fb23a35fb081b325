import { concat } from "./gzip.ts";
import { isUnreadable } from "./is-unreadable.ts";

/** Documents are held whole, several times over while they are redacted; the largest seen is 3 MB, a journal can be far larger. */
const maxDocumentBytes = 16 * 1024 * 1024;
const lineFeed = 10;

export interface ReadDocument {
  bytes: Uint8Array;
  /** Why these are not all bytes; a sentence. */
  cut?: string;
}

/** A file in memory; of one that is too large, or cannot be read to its end, the lines before that. */
export async function readDocument(content: AsyncIterable<Uint8Array>): Promise<ReadDocument> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of content) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxDocumentBytes) {
        const bytes = wholeLines(concat(chunks).subarray(0, maxDocumentBytes));
        const what = bytes.length === 0 ? "and has no line end; it was left out" : "its beginning was kept";
        return {
          bytes,
          cut: `The document is larger than ${maxDocumentBytes >> 20} MiB${bytes.length === 0 ? " " : "; "}${what}.`,
        };
      }
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { bytes: wholeLines(concat(chunks)), cut: error.message };
  }
  return { bytes: concat(chunks) };
}

/** A line that was cut may have lost what tells a secret, so it goes. */
export function wholeLines(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1);
}

/** UTF-8, or UTF-16 with its mark, without NUL; undefined for anything else. */
export function textOf(bytes: Uint8Array): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const text = new TextDecoder(wide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
