import type { SnapshotRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { snapshotPrefix } from "../part-key.ts";
import { authorise } from "../policy/authorise.ts";
import type { SnapshotRecord } from "../ports/metadata.ts";

/** Shown where an expired snapshot is asked for; also marks that nothing of it is left. */
export const erasedNote = "This snapshot expired and its content was erased.";

/**
 * Removes objects, lines and rows of a snapshot that is TRASHED (then the snapshot itself, too) or EXPIRED. Idempotent:
 * the state stays until all is gone, so the next sweep repeats what was interrupted.
 */
export async function eraseContent(opts: { ctx: Ctx; input: SnapshotRef }): Promise<void> {
  const { ctx, input } = opts;
  authorise(ctx, "work");
  const { metadata, cache } = ctx.ports;
  const snapshot = await metadata.findSnapshot(input.snapshotId);
  if (snapshot?.state !== "TRASHED" && snapshot?.state !== "EXPIRED") return;
  const { id, state } = snapshot;
  await cache.dropPrefix(id);
  const objects = await ctx.ports.objects.deletePrefix(snapshotPrefix(id));
  await metadata.eraseSnapshot(id, { forget: false });
  // After the rows: with its part, an insert has lost its lease, and its worker cleans up behind itself.
  await eraseLines(ctx, snapshot);
  if (state === "TRASHED") await metadata.eraseSnapshot(id, { forget: true });
  else await metadata.moveSnapshot(id, ["EXPIRED"], { state: "EXPIRED", change: { failure: erasedNote } });
  ctx.log.info({ snapshotId: id, state, objects }, "content of a snapshot erased");
}

async function eraseLines(ctx: Ctx, { id, retainWeek }: SnapshotRecord): Promise<void> {
  const lines = { snapshotId: id, retainWeek };
  await ctx.ports.logs.deleteSnapshot(lines);
  const left = await ctx.ports.logs.stored(lines);
  if (left > 0) ctx.log.warn({ snapshotId: id, left }, "lines of an erased snapshot are still being removed");
}
