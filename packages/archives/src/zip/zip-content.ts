import { KubinError } from "@kubin/schema";
import type { Platform } from "../platform.ts";
import { type RandomAccess, readAt } from "../random-access.ts";
import { type Expansion, limitExpansion } from "../unpack/limit-expansion.ts";
import type { ZipRecord } from "./zip-record.ts";

/** Before name and extra fields. */
export const localHeaderBytes = 30;

export interface ZipContent {
  file: RandomAccess;
  platform: Platform;
  expansion: Expansion;
}

/** The unpacked bytes of a zip entry. After the last readable one it throws BAD_INPUT for damage, TOO_LARGE for a bomb. */
export async function* zipContent(opts: ZipContent, record: ZipRecord): AsyncGenerator<Uint8Array> {
  const { platform } = opts;
  let read = 0;
  let crc = 0;
  for await (const chunk of unpacked(opts, record, await dataAt(opts.file, record))) {
    if (read + chunk.length > record.bytes) throw damaged("It holds more bytes than the archive says.");
    read += chunk.length;
    crc = platform.crc32?.(chunk, crc) ?? crc;
    yield chunk;
  }
  if (read < record.bytes) throw damaged(`It ends early: ${read} of ${record.bytes} bytes were read.`);
  if (platform.crc32 && crc !== record.crc32) throw damaged("Its checksum is wrong; some of its bytes are damaged.");
}

function unpacked(opts: ZipContent, record: ZipRecord, from: number): AsyncIterable<Uint8Array> {
  const packed = opts.file.read(from, Math.min(from + record.packedBytes, opts.file.bytes));
  if (record.method === 0) return packed;
  const unpack = (chunks: AsyncIterable<Uint8Array>) => opts.platform.inflate(chunks, "deflate-raw");
  return limitExpansion({ packed, unpack, expansion: opts.expansion });
}

/** Where its data begins: behind the local header, whose extra fields may differ from those of the table. */
async function dataAt(file: RandomAccess, record: ZipRecord): Promise<number> {
  const header = await readAt(file, record.headerAt, localHeaderBytes);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < localHeaderBytes || view.getUint32(0, true) !== 0x04034b50) {
    throw damaged("It does not stand where the archive says.");
  }
  return record.headerAt + localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
}

function damaged(sentence: string): KubinError {
  return new KubinError("BAD_INPUT", sentence);
}
