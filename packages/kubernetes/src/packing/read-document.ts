import { concat } from "./gzip.ts";
import { isUnreadable } from "./is-unreadable.ts";

/** Documents are held whole, several times over while they are redacted; the largest seen is 3 MB, a journal can be far larger. */
const maxDocumentBytes = 16 * 1024 * 1024;
const lineFeed = 10;

export interface ReadDocument {
  bytes: Uint8Array;
  /** Why these are not all bytes; a sentence. */
  cut?: string;
  /** Of a file that is too large: all that was read of it, and where the rest comes from. To be closed. */
  large?: { head: Uint8Array; rest: AsyncIterator<Uint8Array> };
}

/** A file in memory; of one that is too large, or cannot be read to its end, the lines before that. */
export async function readDocument(content: AsyncIterable<Uint8Array>): Promise<ReadDocument> {
  const chunks: Uint8Array[] = [];
  const rest = content[Symbol.asyncIterator]();
  let length = 0;
  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > maxDocumentBytes) return beginning({ head: concat(chunks), rest });
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { bytes: wholeLines(concat(chunks)), cut: error.message };
  }
  return { bytes: concat(chunks) };
}

function beginning(large: NonNullable<ReadDocument["large"]>): ReadDocument {
  const bytes = wholeLines(large.head.subarray(0, maxDocumentBytes));
  const what = bytes.length === 0 ? " and has no line end; it was left out" : "; its beginning was kept";
  return { bytes, large, cut: `The document is larger than ${maxDocumentBytes >> 20} MiB${what}.` };
}

/** A line that was cut may have lost what tells a secret, so it goes. */
export function wholeLines(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1);
}

/** UTF-8, or UTF-16 with its mark, without NUL; undefined for anything else. Only the beginning may end in mid-character. */
export function textOf(bytes: Uint8Array, isBeginning = false): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const text = new TextDecoder(wide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes, { stream: isBeginning });
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
