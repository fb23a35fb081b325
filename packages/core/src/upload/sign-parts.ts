import type { SignedPart, SignedParts, SignParts } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { partKey } from "../part-key.ts";
import { authoriseUpload } from "../policy/authorise-upload.ts";
import type { PartRecordRow } from "../ports/metadata.ts";
import { checkParts } from "./check-parts.ts";
import { openMultipart } from "./open-multipart.ts";
import { goesInPieces } from "./pieces-of.ts";
import { isOver, refuseOver } from "./refuse-over.ts";

/**
 * Announces parts and signs an upload URL for each one that is not stored yet; a very large one goes in pieces
 * (`signPiece`), and the answer says which are there. Idempotent: sign again when URLs expired.
 */
export async function signParts(opts: { ctx: Ctx; input: SignParts }): Promise<SignedParts> {
  const { ctx, input } = opts;
  const snapshot = await authoriseUpload(ctx, input.snapshotId);
  refuseOver(snapshot.state);
  checkParts(input.parts);
  const { id, generation } = snapshot;
  const now = ctx.clock.now();
  const rows = await ctx.ports.metadata.transaction(async (tx) => {
    if (await tx.moveSnapshot(id, ["INITIATED"], { state: "UPLOADING" })) {
      await tx.emit({ topic: "snapshot.changed", snapshotId: id });
    } else if (!(await tx.moveSnapshot(id, ["UPLOADING"], { state: "UPLOADING" }))) {
      // It ended since it was looked at. Now the row is locked: nothing is announced behind its end.
      throw isOver((await tx.findSnapshot(id))?.state);
    }
    await tx.touchSnapshot(id, now);
    return tx.announceParts(
      input.parts.map((part) => ({ ...part, snapshotId: id, generation, key: partKey({ ...part, snapshotId: id }) })),
    );
  });
  const expiresAt = new Date(now.getTime() + ctx.settings.signedUrlTtlMs);
  const parts = await Promise.all(rows.map((row) => signPart(ctx, row, expiresAt)));
  return { parts, expiresAt: expiresAt.toISOString() };
}

async function signPart(ctx: Ctx, row: PartRecordRow, expiresAt: Date): Promise<SignedPart> {
  const { key, sha256, size } = row;
  if (row.state !== "SIGNED") return { sha256, key };
  if (!goesInPieces(row)) {
    return { sha256, key, upload: await ctx.ports.objects.signUpload({ key, size, sha256, expiresAt }) };
  }
  const { pieces } = await openMultipart({ ctx, part: row });
  return { sha256, key, pieces: { stored: pieces.map(({ number }) => number) } };
}
