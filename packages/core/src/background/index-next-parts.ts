import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";
import { indexPart } from "./index-part.ts";
import { settleSnapshot } from "./settle-snapshot.ts";

/**
 * Leases up to `limit` stored parts, indexes them side by side, and settles each snapshot of which none waits any more.
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
  for (const snapshotId of new Set(parts.map((part) => part.snapshotId))) {
    // Where parts wait, whoever finishes the last of them asks; who dies before that leaves it to the sweep.
    if (!(await metadata.hasStoredParts(snapshotId))) await settleSnapshot({ ctx, input: { snapshotId } });
  }
  for (const result of results) if (result.status === "rejected") throw result.reason;
  return parts.length;
}
