/** A tar is made of blocks of this size. */
export const tarBlockBytes = 512;

export interface TarHeader {
  name: string;
  /** The type flag as a character; "0" for the NUL of old archives. */
  type: string;
  /** Bytes of the body; undefined where the field holds no number. */
  size: number | undefined;
  linkName: string;
  /** Old GNU sparse files: further blocks of their map stand before the body. */
  mapGoesOn: boolean;
}

/** The header in a block (POSIX ustar, GNU, V7); undefined where its checksum is wrong, so that it is none. */
export function parseTarHeader(block: Uint8Array): TarHeader | undefined {
  if (!hasChecksum(block)) return undefined;
  const flag = block[156] ?? 0;
  const name = text(block, 0, 100);
  // GNU keeps times where POSIX keeps the first part of long names.
  const prefix = text(block, 257, 6) === "ustar" && block[263] === 48 ? text(block, 345, 155) : "";
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    type: flag === 0 ? "0" : String.fromCharCode(flag),
    size: number(block, 124, 12),
    linkName: text(block, 157, 100),
    mapGoesOn: block[482] === 1,
  };
}

/** The sum of all bytes, with the eight of the sum itself as blanks. Old tars counted bytes as signed. */
function hasChecksum(block: Uint8Array): boolean {
  if (block.length < tarBlockBytes) return false;
  const written = number(block, 148, 8);
  if (written === undefined) return false;
  let sum = 0;
  let signedSum = 0;
  for (let at = 0; at < tarBlockBytes; at++) {
    const byte = at >= 148 && at < 156 ? 32 : (block[at] ?? 0);
    sum += byte;
    signedSum += byte > 127 ? byte - 256 : byte;
  }
  return (written === sum || written === signedSum) && sum > 8 * 32;
}

/** Octal digits between blanks and NULs or, with the highest bit set, big-endian bytes (GNU). */
function number(block: Uint8Array, from: number, length: number): number | undefined {
  const field = block.subarray(from, from + length);
  if (((field[0] ?? 0) & 0x80) !== 0) {
    // 0xff begins a negative number.
    if (field[0] !== 0x80) return undefined;
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = /^[ \0]{0,12}([0-7]{0,12})[ \0]/.exec(`${String.fromCharCode(...field)} `)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits === "" ? "0" : digits, 8);
}

function text(block: Uint8Array, from: number, length: number): string {
  return decodeName(block.subarray(from, from + length));
}

/** Up to the first NUL. Bytes that are no UTF-8 become U+FFFD. */
export function decodeName(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
