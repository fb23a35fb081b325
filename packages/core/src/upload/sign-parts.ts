import { KubinError, type SignedPart, type SignedParts, type SignParts } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { partKey } from "../part-key.ts";
import { authoriseUpload } from "../policy/authorise-upload.ts";
import type { PartRecordRow } from "../ports/metadata.ts";
import { checkParts } from "./check-parts.ts";

/** Announces parts and signs an upload URL for each one that is not stored yet. Idempotent: sign again when URLs expired. */
export async function signParts(opts: { ctx: Ctx; input: SignParts }): Promise<SignedParts> {
  const { ctx, input } = opts;
  const snapshot = await authoriseUpload(ctx, input.snapshotId);
  if (snapshot.state !== "INITIATED" && snapshot.state !== "UPLOADING") {
    throw new KubinError("CONFLICT", `This upload is over: the snapshot is ${snapshot.state}. Start a new import.`);
  }
  checkParts(input.parts);
  const { id, generation } = snapshot;
  const now = ctx.clock.now();
  const rows = await ctx.ports.metadata.transaction(async (tx) => {
    const known = await tx.announceParts(
      input.parts.map((part) => ({ ...part, snapshotId: id, generation, key: partKey({ ...part, snapshotId: id }) })),
    );
    await tx.touchSnapshot(id, now);
    if (await tx.moveSnapshot(id, ["INITIATED"], { state: "UPLOADING" })) {
      await tx.emit({ topic: "snapshot.changed", snapshotId: id });
    }
    return known;
  });
  const expiresAt = new Date(now.getTime() + ctx.settings.signedUrlTtlMs);
  const parts = await Promise.all(rows.map((row) => signPart(ctx, row, expiresAt)));
  return { parts, expiresAt: expiresAt.toISOString() };
}

async function signPart(ctx: Ctx, row: PartRecordRow, expiresAt: Date): Promise<SignedPart> {
  const { key, sha256, size } = row;
  if (row.state !== "SIGNED") return { sha256, key };
  return { sha256, key, upload: await ctx.ports.objects.signUpload({ key, size, sha256, expiresAt }) };
}
