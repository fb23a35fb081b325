import type { Neighbours, SnapshotRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import type { SnapshotRecord } from "../ports/metadata.ts";

/** The snapshots of the same cluster just before and after. Who has a link to one learns of no other. */
export async function findNeighbours(opts: { ctx: Ctx; input: SnapshotRef }): Promise<Neighbours> {
  const { ctx, input } = opts;
  const { snapshot } = await authoriseRead({ ctx, action: "snapshot.list", snapshotId: input.snapshotId });
  const { previous, next } = await ctx.ports.metadata.neighbours(snapshot);
  return { ...(previous && { previous: present(previous) }), ...(next && { next: present(next) }) };
}

function present({ id, name, capturedAt, createdAt }: SnapshotRecord): NonNullable<Neighbours["next"]> {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    ...(capturedAt && { capturedAt: capturedAt.toISOString() }),
  };
}
