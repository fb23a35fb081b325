import type { CoverageGap, SnapshotRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";
import type { MetadataTransaction, PartRecordRow, SnapshotRecord } from "../ports/metadata.ts";

/**
 * Ends a snapshot whose manifest arrived once nothing more is to come of it: COMPLETED (partial when something failed or
 * never came), or FAILED when nothing is usable. Until then, and in any other state, does nothing. Parts announced but
 * not stored are waited for as long as the uploader is not silent.
 */
export async function settleSnapshot(opts: { ctx: Ctx; input: SnapshotRef }): Promise<void> {
  const { ctx, input } = opts;
  authorise(ctx, "work");
  const settled = await ctx.ports.metadata.transaction(async (tx) => {
    const snapshot = await tx.findSnapshot(input.snapshotId);
    if (snapshot?.state !== "PROCESSING") return undefined;
    // Locks the row: a part that is being recorded as stored is seen by the count below, or finds the snapshot settled.
    if (!(await tx.moveSnapshot(snapshot.id, ["PROCESSING"], { state: "PROCESSING" }))) return undefined;
    return settle({ tx, ctx, snapshot });
  });
  if (settled === undefined) return;
  ctx.metrics.count("snapshots_settled_total", { state: settled });
  ctx.log.info({ snapshotId: input.snapshotId, state: settled }, "snapshot settled");
}

async function settle(opts: {
  tx: MetadataTransaction;
  ctx: Ctx;
  snapshot: SnapshotRecord;
}): Promise<"COMPLETED" | "FAILED" | undefined> {
  const { tx, ctx, snapshot } = opts;
  const { id } = snapshot;
  const open = await tx.partsOf(id, ["SIGNED", "STORED"]);
  if (open.some(({ state }) => state === "STORED") || (open.length > 0 && !isSilent(ctx, snapshot))) return undefined;
  const failed = (await tx.partsOf(id, ["FAILED"])).length;
  const indexed = (await tx.partsOf(id, ["INDEXED"])).length;
  if (open.length > 0) await tx.putCoverage(id, "missing parts", { gaps: missingGaps(open) });
  const completedAt = ctx.clock.now();
  const state = indexed > 0 ? "COMPLETED" : "FAILED";
  const change =
    state === "COMPLETED"
      ? { completedAt, partial: snapshot.partial || failed > 0 || open.length > 0 }
      : { completedAt, failure: nothingUsable(failed, open.length) };
  await tx.moveSnapshot(id, ["PROCESSING"], { state, change });
  await tx.emit({ topic: "snapshot.changed", snapshotId: id });
  return state;
}

/** Whether the uploader was last heard so long ago that nothing more is expected. */
export function isSilent(ctx: Ctx, { lastUploadAt }: SnapshotRecord): boolean {
  return ctx.clock.now().getTime() - lastUploadAt.getTime() >= ctx.settings.silentUploadMs;
}

function nothingUsable(failed: number, missing: number): string {
  if (failed + missing === 0)
    return "The upload held nothing: the source has no object, event or log that Kubin knows.";
  if (failed === 0) return "None of the announced parts arrived.";
  return `None of the ${failed + missing} parts could be read${missing > 0 ? ` (${missing} never arrived)` : ""}.`;
}

/** One gap for each type and namespace of parts that never came. */
export function missingGaps(parts: readonly PartRecordRow[]): CoverageGap[] {
  const groups = new Map<string, PartRecordRow[]>();
  for (const part of parts) {
    const key = `${part.type} ${part.namespace}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const detail = `${group.length === 1 ? "A part was" : `${group.length} parts were`} announced and never arrived.`;
    return [{ kind: "missing", what: first.type, namespace: first.namespace, detail, count: group.length }];
  });
}
