/**
 * The one idea of "any case" and "word" that evaluator and engines share: only A–Z fold to a–z; letters and digits are
 * those of ASCII and every byte from 0x80 on, as in ClickHouse's `lower` and `splitByNonAlpha`.
 */
export function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const lower = byte | 32;
  return byte >= 128 || (byte >= 48 && byte <= 57) || (lower >= 97 && lower <= 122);
}

/** Lower case of ASCII letters; everything else stays. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The same on bytes. */
export function lowerAsciiBytes(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
}

/** The runs of letters and digits in a text, lower case: what an index of words holds of it. */
export function wordsOf(text: string): string[] {
  return lowerAscii(text).match(/[0-9a-z\u{80}-\u{10ffff}]+/gu) ?? [];
}
