import type { SnapshotRef } from "@kubin/schema";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";

/** The namespaces that the reader may see, by name. */
export async function listNamespaces(opts: { ctx: Ctx; input: SnapshotRef }): Promise<string[]> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  return cached({ ctx, read, name: "namespaces" }, () => ctx.ports.metadata.namespaces(read.scope));
}
