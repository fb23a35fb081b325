import { decodeBase64 } from "./decode-base64.ts";

const begin = "-----BEGIN CERTIFICATE-----";
const end = "-----END CERTIFICATE-----";

/** Whether the text is PEM certificates and nothing else. Certificates are public; a key in their armour is not one. */
export function isOnlyCertificates(text: string): boolean {
  let at = 0;
  let found = 0;
  for (;;) {
    const next = text.indexOf(begin, at);
    if (text.slice(at, next === -1 ? undefined : next).trim() !== "") return false;
    if (next === -1) return found > 0;
    const last = text.indexOf(end, next);
    if (last === -1 || !isCertificate(text.slice(next + begin.length, last))) return false;
    at = last + end.length;
    found++;
  }
}

/** DER of X.509 is a SEQUENCE that begins with a SEQUENCE; private keys (PKCS 1 and 8, SEC 1) begin with a number. */
function isCertificate(base64: string): boolean {
  const bytes = decodeBase64(base64.trim());
  if (!bytes || bytes.length < 64 || bytes[0] !== 0x30) return false;
  const header = 2 + lengthBytes(bytes[1] ?? 0);
  return bytes[header] === 0x30;
}

function lengthBytes(first: number): number {
  return first < 0x80 ? 0 : first & 0x7f;
}
