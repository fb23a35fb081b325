import type { Snapshot, SnapshotRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { presentSnapshot } from "./present-snapshot.ts";

/** State, progress and counts of one snapshot. */
export async function getSnapshot(opts: { ctx: Ctx; input: SnapshotRef }): Promise<Snapshot> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "snapshot.status", snapshotId: input.snapshotId });
  return presentSnapshot(ctx, read);
}
