import { isKubinError, KubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { PartRecordRow } from "../ports/metadata.ts";
import type { StoredPiece } from "../ports/objects.ts";

/**
 * The multipart upload of a part, begun where there is none, and the pieces it has. A store may have dropped one that
 * was left alone for long: then another begins, without pieces.
 */
export async function openMultipart(opts: {
  ctx: Ctx;
  part: PartRecordRow;
}): Promise<{ uploadId: string; pieces: StoredPiece[] }> {
  const { ctx, part } = opts;
  const { key, multipart } = part;
  if (multipart !== undefined) {
    try {
      return { uploadId: multipart, pieces: await ctx.ports.objects.listPieces({ key, uploadId: multipart }) };
    } catch (error) {
      if (!isKubinError(error, "NOT_FOUND")) throw error;
    }
  }
  return { uploadId: await start({ ctx, part }), pieces: [] };
}

/** Of several that begin at once, the first one's is kept. */
async function start({ ctx, part }: { ctx: Ctx; part: PartRecordRow }): Promise<string> {
  const { key, multipart } = part;
  const { objects, metadata } = ctx.ports;
  const uploadId = await objects.startMultipart(key);
  if (await metadata.setMultipart(key, { from: multipart, to: uploadId })) return uploadId;
  await objects.abortMultipart({ key, uploadId });
  const kept = (await metadata.findPart(key))?.multipart;
  if (kept === undefined) throw new KubinError("CONFLICT", "This part is stored already.");
  return kept;
}
