import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";
import { indexPart } from "./index-part.ts";
import { settleSnapshot } from "./settle-snapshot.ts";

/**
 * Leases up to `limit` stored parts, indexes them side by side, and settles snapshots once no part waits any more.
 * Returns how many it took. Throws UNAVAILABLE while an engine is away; the parts are handed back then.
 */
export async function indexNextParts(opts: { ctx: Ctx; input: { worker: string; limit: number } }): Promise<number> {
  const { ctx, input } = opts;
  authorise(ctx, "work");
  const { metadata } = ctx.ports;
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + ctx.settings.leaseMs);
  const parts = await metadata.leaseParts({ ...input, until, now });
  const results = await Promise.allSettled(parts.map((part) => indexPart({ ctx, part })));
  for (const result of results) if (result.status === "rejected") throw result.reason;
  if (parts.length < input.limit) await settleProcessing(ctx);
  return parts.length;
}

/** Asked only when the queue is empty, so that a long queue is not counted again after each part. */
async function settleProcessing(ctx: Ctx): Promise<void> {
  for (const { id } of await ctx.ports.metadata.snapshotsIn(["PROCESSING"])) {
    await settleSnapshot({ ctx, input: { snapshotId: id } });
  }
}
