import { join } from "node:path";
import type { Multipart } from "@kubin/core";
import { checkObjectKey } from "@kubin/core";
import { KubinError } from "@kubin/schema";

const uploadIdPattern = /^[0-9a-f-]{36}$/;

/** Folder of the pieces of one multipart upload, below that of all. Throws NOT_FOUND for a name that is none. */
export function pieceFolder(pieces: string, { key, uploadId }: Multipart): string {
  checkObjectKey(key);
  if (!uploadIdPattern.test(uploadId)) throw new KubinError("NOT_FOUND", "There is no such multipart upload.");
  return join(pieces, key, uploadId);
}

export function pieceFile(pieces: string, { number, ...upload }: Multipart & { number: number }): string {
  return join(pieceFolder(pieces, upload), String(number));
}
