import { KubinError, type SignedPiece, type SignPiece } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { partKey } from "../part-key.ts";
import { authoriseUpload } from "../policy/authorise-upload.ts";
import { openMultipart } from "./open-multipart.ts";
import { goesInPieces, pieceSizes } from "./pieces-of.ts";
import { refuseOver } from "./refuse-over.ts";

/**
 * Signs the upload of one piece of an announced part. Idempotent: sign again when the URL expired. Throws NOT_FOUND for
 * a part nobody announced, BAD_INPUT for a piece it does not have, CONFLICT once the part is stored or the upload over.
 */
export async function signPiece(opts: { ctx: Ctx; input: SignPiece }): Promise<SignedPiece> {
  const { ctx, input } = opts;
  const snapshot = await authoriseUpload(ctx, input.snapshotId);
  refuseOver(snapshot.state);
  const { metadata, objects } = ctx.ports;
  const part = await metadata.findPart(partKey(input));
  if (!part) throw new KubinError("NOT_FOUND", "This part was not announced; sign it first.");
  if (part.state !== "SIGNED") throw new KubinError("CONFLICT", "This part is stored already.");
  const size = goesInPieces(part) ? pieceSizes(part.size)[input.number - 1] : undefined;
  if (size === undefined) throw new KubinError("BAD_INPUT", `This part has no piece ${input.number}.`);
  const now = ctx.clock.now();
  await metadata.touchSnapshot(snapshot.id, now);
  const { key } = part;
  const uploadId = part.multipart ?? (await openMultipart({ ctx, part })).uploadId;
  const expiresAt = new Date(now.getTime() + ctx.settings.signedUrlTtlMs);
  const { number, pieceSha256: sha256 } = input;
  const upload = await objects.signPiece({ key, uploadId, number, size, sha256, expiresAt });
  return { upload, expiresAt: expiresAt.toISOString() };
}
