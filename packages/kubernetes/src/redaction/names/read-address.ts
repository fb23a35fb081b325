import type { Pseudonyms } from "./pseudonyms.ts";

const v4 = /([0-9]{1,3})([.-])([0-9]{1,3})\2([0-9]{1,3})\2([0-9]{1,3})(?![A-Za-z0-9])/y;
const v6 = /(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?![A-Za-z0-9_])/y;

export interface Address {
  end: number;
  pseudonym: string;
}

/** The address that begins at `at`, with what stands for it; undefined where none does, or one that every machine has. */
export function readAddress(text: string, at: number, pseudonyms: Pseudonyms): Address | undefined {
  return readV4(text, at, pseudonyms) ?? readV6(text, at, pseudonyms);
}

/** `10.0.0.1`, and `10-0-0-1` as in names of pods and nodes. */
function readV4(text: string, at: number, pseudonyms: Pseudonyms): Address | undefined {
  v4.lastIndex = at;
  const match = v4.exec(text);
  if (!match) return undefined;
  const parts = [match[1], match[3], match[4], match[5]].map(Number);
  if (parts.some((part) => part > 255)) return undefined;
  const end = at + match[0].length;
  const [first = 0] = parts;
  const isOwn = first === 0 || first === 127 || first >= 240 || match[0] === "169.254.169.254";
  const pseudonym = isOwn ? match[0] : pseudonyms.v4(Uint8Array.from(parts)).replaceAll(".", match[2] ?? ".");
  return { end, pseudonym };
}

function readV6(text: string, at: number, pseudonyms: Pseudonyms): Address | undefined {
  if (text[at - 1] === ":") return undefined;
  v6.lastIndex = at;
  const found = v6.exec(text)?.[0];
  // "fe80::1: refused"
  const address = found?.endsWith(":") && !found.endsWith("::") ? found.slice(0, -1) : found;
  if (address === undefined || !isV6(address)) return undefined;
  const isOwn = address === "::1" || address.toLowerCase().startsWith("2001:db8:");
  return { end: at + address.length, pseudonym: isOwn ? address : pseudonyms.v6(address) };
}

/** Times and hardware addresses have colons too, words of C++ and Rust two of them. */
function isV6(text: string): boolean {
  const groups = text.split(":");
  const doubled = text.split("::").length - 1;
  if (text.includes(":::") || !/[0-9]/.test(text)) return false;
  return doubled === 0
    ? groups.length === 8 && groups.every((group) => group !== "")
    : doubled === 1 && groups.length <= 8;
}
