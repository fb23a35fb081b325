import type { ImageInventory, SnapshotRef } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";

const maxImages = 1_000;

/** Images of pods, most used first. */
export async function listImages(opts: { ctx: Ctx; input: SnapshotRef }): Promise<ImageInventory> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  return cached({ ctx, read, name: "images" }, () => ctx.ports.metadata.images(read.scope, maxImages));
}
