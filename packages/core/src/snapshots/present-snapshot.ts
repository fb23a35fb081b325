import type { Snapshot } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { ReadableSnapshot } from "../policy/authorise-read.ts";
import type { SnapshotRecord, SnapshotTotals } from "../ports/metadata.ts";

/** The snapshot as a reader of this scope sees it. */
export async function presentSnapshot(ctx: Ctx, read: ReadableSnapshot): Promise<Snapshot> {
  return toSnapshot(read.snapshot, await ctx.ports.metadata.totals(read.scope));
}

export function toSnapshot(record: SnapshotRecord, totals: SnapshotTotals): Snapshot {
  return {
    id: record.id,
    state: record.state,
    partial: record.partial,
    name: record.name,
    layout: record.layout,
    createdAt: record.createdAt.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
    ...(record.failure !== undefined && { failure: record.failure }),
    ...(record.cluster && { cluster: record.cluster }),
    ...(record.kubernetesVersion !== undefined && { kubernetesVersion: record.kubernetesVersion }),
    ...(record.capturedAt && { capturedAt: record.capturedAt.toISOString() }),
    ...(record.completedAt && { completedAt: record.completedAt.toISOString() }),
    ...totals,
  };
}
