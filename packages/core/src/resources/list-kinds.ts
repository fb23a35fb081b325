import type { KindCount, SnapshotRef } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";

/** Every kind of the snapshot with how many objects it has and how many of them are in trouble. */
export async function listKinds(opts: { ctx: Ctx; input: SnapshotRef }): Promise<KindCount[]> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  return cached({ ctx, read, name: "kinds" }, () => ctx.ports.metadata.kinds(read.scope));
}
