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
  if (uploadId === undefined) throw missing(pieceSizes(size).map((_, index) => index + 1));
  try {
    const pieces = whole(await objects.listPieces({ key, uploadId }), size);
    await objects.joinPieces({ key, uploadId, pieces });
  } catch (error) {
    // Joined before, and nobody heard of it.
    if (isKubinError(error, "NOT_FOUND") && (await objects.size(key)) === size) return;
    throw isKubinError(error, "NOT_FOUND") ? missing(pieceSizes(size).map((_, index) => index + 1)) : error;
  }
}

/** The pieces as they make `size` bytes; throws CONFLICT where one is not there. */
function whole(stored: readonly StoredPiece[], size: number): StoredPiece[] {
  const byNumber = new Map(stored.map((piece) => [piece.number, piece]));
  const pieces = pieceSizes(size).map((bytes, index) => {
    const piece = byNumber.get(index + 1);
    return piece?.size === bytes ? piece : undefined;
  });
  const gone = pieces.flatMap((piece, index) => (piece ? [] : [index + 1]));
  if (gone.length > 0) throw missing(gone);
  return pieces.flatMap((piece) => piece ?? []);
}

function missing(numbers: readonly number[]): KubinError {
  const some = numbers.slice(0, 10).join(", ");
  const more = numbers.length > 10 ? ` and ${numbers.length - 10} more` : "";
  return new KubinError(
    "CONFLICT",
    `Pieces of this part are missing: ${some}${more}. Sign the part to see which are there.`,
  );
}
