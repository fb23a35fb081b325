import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

export interface Marks {
  /** The mark in the place of a secret: equal secrets under the same key give the same hash, whatever the rule. */
  of(rule: string, secret: string | Uint8Array): string;
  /** The same with the length, for values of Secrets. */
  ofLength(rule: string, secret: Uint8Array): string;
  /** Names the key without telling it. */
  keyId: string;
}

/** 20 hex digits = 80 bits: a snapshot with a billion secrets has two equal marks with a chance of one in two million. */
const hashDigits = 20;

const maxRemembered = 1000;
const maxRememberedLength = 1000;

/** Marks keyed with `key` (32 bytes): without the key nobody can test a guess against a mark. HMAC-SHA-256, truncated. */
export function createMarks(key: Uint8Array): Marks {
  const known = new Map<string, string>();
  const hash = (bytes: Uint8Array) => bytesToHex(hmac(sha256, key, bytes)).slice(0, hashDigits);
  const bytesOf = (secret: string | Uint8Array) =>
    typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
  /** Logs repeat a secret from line to line. */
  const hashOf = (secret: string | Uint8Array) => {
    if (typeof secret !== "string" || secret.length > maxRememberedLength) return hash(bytesOf(secret));
    const found = known.get(secret) ?? hash(bytesOf(secret));
    if (known.size >= maxRemembered) known.clear();
    known.set(secret, found);
    return found;
  };
  return {
    of: (rule, secret) => `‹redacted:${rule}:${hashOf(secret)}›`,
    ofLength: (rule, secret) => `‹redacted:${rule}:${hash(secret)}:${secret.length} bytes›`,
    keyId: hash(new TextEncoder().encode("kubin redaction key id")),
  };
}
