/** How one stream of bytes is packed. */
export type Packing = "gzip" | "xz" | "zstd";

/** Bytes that `packingOf` needs. */
export const packingBytes = 6;

/** Told by the first bytes (RFC 1952, the .xz format 1.2, RFC 8878); undefined for what is none of these. */
export function packingOf(head: Uint8Array): Packing | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (startsWith(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])) return "xz";
  if (startsWith(head, [0x28, 0xb5, 0x2f, 0xfd])) return "zstd";
  // A zstd file may begin with a skippable frame, as pzstd writes it.
  if (((head[0] ?? 0) & 0xf0) === 0x50 && startsWith(head.subarray(1), [0x2a, 0x4d, 0x18])) return "zstd";
  return undefined;
}

export function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}
