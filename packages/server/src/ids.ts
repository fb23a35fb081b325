import { randomBytes } from "node:crypto";
import type { Ids } from "@kubin/core";
import { v7 } from "uuid";

/** UUIDv7, and secrets of 128 random bits in 22 characters that need no escaping in a URL. */
export function createIds(): Ids {
  return { uuid: () => v7(), secret: () => randomBytes(16).toString("base64url") };
}
