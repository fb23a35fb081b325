import type { Ctx } from "../ctx.ts";
import type { LeasedPart } from "../ports/metadata.ts";

/**
 * After a lease was lost: an insert may have been under way while the snapshot was erased, and its lines would stay.
 * Where the snapshot lives on, another worker has the part and nothing is done.
 */
export async function dropLinesOfGone(opts: { ctx: Ctx; part: LeasedPart }): Promise<void> {
  const { ctx, part } = opts;
  const { snapshotId, retainWeek } = part;
  ctx.log.info({ snapshotId, type: part.type }, "the lease of a part was lost");
  if (part.type !== "logs") return;
  const snapshot = await ctx.ports.metadata.findSnapshot(snapshotId);
  const isGone = snapshot === undefined || snapshot.state === "TRASHED" || snapshot.state === "EXPIRED";
  if (isGone) await ctx.ports.logs.deleteSnapshot({ snapshotId, retainWeek });
}
