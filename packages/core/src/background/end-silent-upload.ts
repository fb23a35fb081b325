import type { SnapshotRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";
import { isSilent, missingGaps, settleSnapshot } from "./settle-snapshot.ts";

/**
 * Ends an upload whose uploader was not heard for `silentUploadMs` before it sent its manifest: partial with what
 * arrived, FAILED when nothing did.
 */
export async function endSilentUpload(opts: { ctx: Ctx; input: SnapshotRef }): Promise<void> {
  const { ctx, input } = opts;
  authorise(ctx, "work");
  const { snapshotId } = input;
  await ctx.ports.metadata.transaction(async (tx) => {
    const snapshot = await tx.findSnapshot(snapshotId);
    if (snapshot === undefined || (snapshot.state !== "INITIATED" && snapshot.state !== "UPLOADING")) return;
    // The lock first: a part recorded a moment ago is counted below.
    if (!(await tx.moveSnapshot(snapshotId, [snapshot.state], { state: snapshot.state }))) return;
    const fresh = await tx.findSnapshot(snapshotId);
    if (fresh === undefined || !isSilent(ctx, fresh)) return;
    const parts = await tx.partsOf(snapshotId);
    const missing = parts.filter(({ state }) => state === "SIGNED");
    if (parts.length === missing.length) {
      const change = { completedAt: ctx.clock.now(), failure: "The upload stopped before anything arrived." };
      await tx.moveSnapshot(snapshotId, [snapshot.state], { state: "FAILED", change });
    } else {
      await tx.moveSnapshot(snapshotId, [snapshot.state], { state: "PROCESSING", change: { partial: true } });
      await tx.putCoverage(snapshotId, "silent upload", { gaps: [stoppedGap(parts.length - missing.length)] });
      if (missing.length > 0) await tx.putCoverage(snapshotId, "missing parts", { gaps: missingGaps(missing) });
    }
    await tx.emit({ topic: "snapshot.changed", snapshotId });
  });
  await settleSnapshot({ ctx, input });
}

function stoppedGap(arrived: number) {
  const detail = `The upload stopped after ${arrived} ${arrived === 1 ? "part" : "parts"}; what was to follow is not known.`;
  return { kind: "missing" as const, what: "the rest of the bundle", namespace: "", detail, count: 1 };
}
