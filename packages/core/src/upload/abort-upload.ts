import { type AbortUpload, KubinError, type Snapshot } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseUpload } from "../policy/authorise-upload.ts";
import { getSnapshot } from "../snapshots/get-snapshot.ts";

/** Ends an upload that its uploader gives up: the snapshot is FAILED with the reason. CONFLICT once it was completed. */
export async function abortUpload(opts: { ctx: Ctx; input: AbortUpload }): Promise<Snapshot> {
  const { ctx, input } = opts;
  const { id, state } = await authoriseUpload(ctx, input.snapshotId);
  const moved = await ctx.ports.metadata.transaction(async (tx) => {
    const change = { failure: input.reason, completedAt: ctx.clock.now() };
    const done = await tx.moveSnapshot(id, ["INITIATED", "UPLOADING"], { state: "FAILED", change });
    if (done) await tx.emit({ topic: "snapshot.changed", snapshotId: id });
    return done;
  });
  if (!moved) throw new KubinError("CONFLICT", `This upload cannot be stopped any more: the snapshot is ${state}.`);
  return getSnapshot({ ctx, input: { snapshotId: id } });
}
