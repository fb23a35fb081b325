import type { Entry } from "@zip.js/zip.js/lib/zip-core-native.js";
import { type RandomAccess, readAt } from "../random-access.ts";
import { madeBy, type ZipRecord } from "./zip-record.ts";

/** Lists a zip with zip.js, which holds its whole table of contents. Names are checked by Kubin, so that one bad entry does not end the list. */
export async function listZipWeb(file: RandomAccess): Promise<AsyncIterable<ZipRecord>> {
  const { Reader, ZipReader } = await import("@zip.js/zip.js/lib/zip-core-native.js");
  class FileReader extends Reader<RandomAccess> {
    override size = file.bytes;
    override readUint8Array(index: number, length: number): Promise<Uint8Array> {
      return readAt(file, index, length);
    }
  }
  const entries = new ZipReader(new FileReader(file), { strictness: "tolerant" }).getEntriesGenerator();
  // Asked for at once, so that what is no zip is known here.
  const first = await entries.next();
  async function* records(): AsyncGenerator<ZipRecord> {
    for (let next = first; !next.done; next = await entries.next()) yield recordOf(next.value);
  }
  return records();
}

function recordOf(entry: Entry): ZipRecord {
  return {
    name: entry.filename,
    isEncrypted: entry.encrypted,
    method: entry.compressionMethod,
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    crc32: entry.crc32 ?? 0,
    headerAt: entry.offset,
    ...madeBy(entry.versionMadeBy, entry.externalFileAttributes),
  };
}
