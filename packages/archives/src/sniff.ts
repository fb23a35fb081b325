import { peek } from "./peek.ts";
import { parseTarHeader, tarBlockBytes } from "./tar/tar-header.ts";
import { type Packing, packingOf, startsWith } from "./unpack/packing.ts";

/** Bytes that `containerOf` needs. */
export const sniffedBytes = tarBlockBytes;

/** What a file is, by its first bytes; "document" is whatever holds no others. */
export type Container = Packing | "tar" | "zip" | "document";

export function containerOf(head: Uint8Array): Container {
  const packing = packingOf(head);
  if (packing) return packing;
  if (isZip(head)) return "zip";
  return isTar(head) ? "tar" : "document";
}

/** "PK" with the number of a local header, or of the end of an empty table of contents, or of a zip in pieces. */
function isZip(head: Uint8Array): boolean {
  return [0x0304, 0x0506, 0x0708].some((kind) => startsWith(head, [0x50, 0x4b, kind >> 8, kind & 0xff]));
}

/** A first header that is damaged still has its word. */
function isTar(head: Uint8Array): boolean {
  if (head.length < tarBlockBytes) return false;
  return parseTarHeader(head) !== undefined || startsWith(head.subarray(257), [0x75, 0x73, 0x74, 0x61, 0x72]);
}

/** Archives that Kubin does not open, by their first bytes (as in file(1)). */
const foreign: readonly (readonly [string, readonly number[]])[] = [
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ["bzip2 data", [0x42, 0x5a, 0x68]],
  ["lz4 data", [0x04, 0x22, 0x4d, 0x18]],
  ["lzip data", [0x4c, 0x5a, 0x49, 0x50]],
  ["compress (.Z) data", [0x1f, 0x9d]],
  ["a cabinet archive", [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0]],
  ["a cpio archive", [0x30, 0x37, 0x30, 0x37, 0x30]],
];

/** The name of such an archive, with its article; undefined for all else. */
export function foreignArchive(head: Uint8Array): string | undefined {
  const found = foreign.find(([, bytes]) => startsWith(head, bytes))?.[0];
  // Three letters alone could begin a text.
  if (found === "bzip2 data" && !startsWith(head.subarray(4), [0x31, 0x41, 0x59, 0x26])) return undefined;
  return found;
}

/** Files that age encrypted, by their first line, plain or armored. */
export function isAgeFile(head: Uint8Array): boolean {
  return /^(age-encryption\.org\/v1\n|-----BEGIN AGE ENCRYPTED FILE-----)/.test(
    new TextDecoder().decode(head.subarray(0, 64)),
  );
}

/** The first `length` bytes of the chunks, or all when there are fewer. Damage behind them is not looked at. */
export async function headOf(chunks: AsyncIterable<Uint8Array>, length: number): Promise<Uint8Array> {
  const start = peek(chunks);
  try {
    return await start.head(length);
  } finally {
    await start.leave();
  }
}
