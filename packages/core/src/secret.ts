import { createHash } from "node:crypto";

/** SHA-256 in hex: how tokens and tickets are stored and compared. They hold ≥ 128 random bits, so no salt is needed. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
