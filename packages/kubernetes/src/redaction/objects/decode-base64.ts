import { decodeBase64 as decoded } from "../text/base64.ts";

const foreign = /[^A-Za-z0-9+/=\s_-]/;

/** The bytes behind base64, standard or URL-safe, padded or not; undefined for anything else. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (foreign.test(text)) return undefined;
  const padding = text.indexOf("=");
  if (padding !== -1 && /[^=\s]/.test(text.slice(padding))) return undefined;
  return decoded(text);
}

/** The text that the bytes are: UTF-8 without control characters other than white space; undefined for anything else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const byte of bytes.subarray(0, 4096)) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Whether the bytes may be the beginning of such a text: cheaper than to decode what is none. */
export function beginsText(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) return false;
    if (length > 1 && (byte < 0xc2 || byte > 0xf4)) return false;
    for (let next = at + 1; next < Math.min(at + length, bytes.length); next++) {
      if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
    }
    at += length;
  }
  return true;
}
