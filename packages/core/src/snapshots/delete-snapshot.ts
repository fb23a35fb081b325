import type { SnapshotRef } from "@kubin/schema";
import { KubinError } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";

/** Hides the snapshot at once; rows, log lines and objects are removed in the background. */
export async function deleteSnapshot(opts: { ctx: Ctx; input: SnapshotRef }): Promise<void> {
  const { ctx, input } = opts;
  authorise(ctx, "snapshot.delete");
  const hidden = await ctx.ports.metadata.transaction(async (tx) => {
    const states = ["INITIATED", "UPLOADING", "PROCESSING", "COMPLETED", "FAILED", "EXPIRED"] as const;
    const moved = await tx.moveSnapshot(input.snapshotId, states, { state: "TRASHED" });
    if (moved) await tx.emit({ topic: "snapshot.deleted", snapshotId: input.snapshotId });
    return moved;
  });
  if (!hidden) throw new KubinError("NOT_FOUND", "There is no such snapshot; it may be deleted already.");
  await ctx.ports.cache.dropPrefix(input.snapshotId);
  ctx.log.info({ snapshotId: input.snapshotId }, "snapshot deleted");
}
