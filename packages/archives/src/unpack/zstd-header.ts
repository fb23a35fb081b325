import type { ByteCursor } from "../byte-cursor.ts";

interface FrameHeader {
  /** All of it, with the magic number. */
  bytes: Uint8Array;
  windowBytes: number;
  hasChecksum: boolean;
}

/** The header of a zstd frame behind its magic number (RFC 8878, 3.1.1.1); undefined where it is none. */
export async function frameHeader(cursor: ByteCursor, magic: Uint8Array): Promise<FrameHeader | undefined> {
  const [a, b, c, d] = magic;
  if (a !== 0x28 || b !== 0xb5 || c !== 0x2f || d !== 0xfd) return undefined;
  const [flags] = await cursor.take(1);
  if (flags === undefined) return undefined;
  const isSingleSegment = (flags & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const restBytes = (isSingleSegment ? 0 : 1) + dictionaryBytes + sizeBytes;
  const rest = await cursor.take(restBytes);
  if (rest.length < restBytes) return undefined;
  const windowBytes = isSingleSegment
    ? numberOf(rest.subarray(dictionaryBytes)) + (sizeBytes === 2 ? 256 : 0)
    : windowOf(rest[0] ?? 0);
  const bytes = new Uint8Array(5 + restBytes);
  bytes.set(magic);
  bytes[4] = flags;
  bytes.set(rest, 5);
  return { bytes, windowBytes, hasChecksum: (flags & 4) !== 0 };
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function numberOf(littleEndian: Uint8Array): number {
  return littleEndian.reduceRight((value, byte) => value * 256 + byte, 0);
}
