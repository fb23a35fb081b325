import { isKubinError, type JoinedPart, KubinError, type PartRef } from "@kubin/schema";
import { recordStoredObject } from "../background/record-stored-object.ts";
import type { Ctx } from "../ctx.ts";
import { partKey } from "../part-key.ts";
import { asSystem } from "../policy/as-system.ts";
import { authoriseUpload } from "../policy/authorise-upload.ts";
import type { PartRecordRow } from "../ports/metadata.ts";
import type { StoredPiece } from "../ports/objects.ts";
import { pieceSizes } from "./pieces-of.ts";
import { refuseOver } from "./refuse-over.ts";

/**
 * Makes one object of the pieces of a part; whether its bytes are those that its digest names is looked at by a worker.
 * Idempotent, so an answer that got lost can be asked for again. Throws CONFLICT with the pieces that are missing.
 */
export async function joinPieces(opts: { ctx: Ctx; input: PartRef }): Promise<JoinedPart> {
  const { ctx, input } = opts;
  const snapshot = await authoriseUpload(ctx, input.snapshotId);
  const part = await ctx.ports.metadata.findPart(partKey(input));
  if (!part) throw new KubinError("NOT_FOUND", "This part was not announced; sign it first.");
  const { key, size } = part;
  if (part.state !== "SIGNED") return { key, size };
  refuseOver(snapshot.state);
  await join(ctx, part);
  await recordStoredObject({ ctx: asSystem(ctx), input: { key, size } });
  return { key, size };
}

async function join(ctx: Ctx, { key, size, multipart: uploadId }: PartRecordRow): Promise<void> {
  const { objects } = ctx.ports;
  try {
    if (uploadId === undefined) throw new KubinError("NOT_FOUND", "No piece of this part was signed.");
    const pieces = await objects.listPieces({ key, uploadId });
    refuseMissing(pieces, size);
    await objects.joinPieces({ key, uploadId, pieces });
  } catch (error) {
    if (!isKubinError(error, "NOT_FOUND")) throw error;
    // Joined before, and nobody heard of it; else the store has no piece any more.
    if ((await objects.size(key)) !== size) refuseMissing([], size);
  }
}

/** Throws CONFLICT unless the pieces make `size` bytes. */
function refuseMissing(stored: readonly StoredPiece[], size: number): void {
  const sizes = new Map(stored.map((piece) => [piece.number, piece.size]));
  const gone = pieceSizes(size).flatMap((bytes, index) => (sizes.get(index + 1) === bytes ? [] : [index + 1]));
  if (gone.length === 0) return;
  const more = gone.length > 10 ? ` and ${gone.length - 10} more` : "";
  const sentence = `Pieces of this part are missing: ${gone.slice(0, 10).join(", ")}${more}.`;
  throw new KubinError("CONFLICT", `${sentence} Sign the part to see which are there.`);
}
