import { type CompleteUpload, KubinError, type Snapshot } from "@kubin/schema";
import { settleSnapshot } from "../background/settle-snapshot.ts";
import type { Ctx } from "../ctx.ts";
import { partKey } from "../part-key.ts";
import { asSystem } from "../policy/as-system.ts";
import { authoriseUpload } from "../policy/authorise-upload.ts";
import type { SnapshotRecord } from "../ports/metadata.ts";
import { getSnapshot } from "../snapshots/get-snapshot.ts";
import { refuseForeignManifest } from "./begin-upload.ts";
import { checkParts } from "./check-parts.ts";

/** Takes the manifest: what belongs to the snapshot and what was not got. Idempotent, so an answer that got lost can be asked for again. */
export async function completeUpload(opts: { ctx: Ctx; input: CompleteUpload }): Promise<Snapshot> {
  const { ctx, input } = opts;
  const snapshot = await authoriseUpload(ctx, input.snapshotId);
  refuseForeignManifest(input.manifest.version);
  checkParts(input.manifest.parts);
  const taken = await takeManifest({ ctx, input, snapshot });
  if (!taken && !["PROCESSING", "COMPLETED"].includes(snapshot.state)) {
    throw new KubinError("CONFLICT", `This upload is over: the snapshot is ${snapshot.state}. Start a new import.`);
  }
  await settleSnapshot({ ctx: asSystem(ctx), input: { snapshotId: snapshot.id } });
  return getSnapshot({ ctx, input: { snapshotId: snapshot.id } });
}

/** One transaction: parts, coverage, facts and state. False when another call took a manifest before. */
function takeManifest(opts: { ctx: Ctx; input: CompleteUpload; snapshot: SnapshotRecord }): Promise<boolean> {
  const { ctx, snapshot } = opts;
  const { facts, truncated, parts, coverage, redactions } = opts.input.manifest;
  const { id, generation } = snapshot;
  return ctx.ports.metadata.transaction(async (tx) => {
    const moved = await tx.moveSnapshot(id, ["INITIATED", "UPLOADING"], {
      state: "PROCESSING",
      change: {
        // What was cut off is unknown, so the snapshot can never be called whole.
        partial: truncated,
        layout: facts.layout,
        tool: facts.tool,
        cluster: facts.cluster,
        kubernetesVersion: facts.kubernetesVersion,
        capturedAt: facts.capturedAt === undefined ? undefined : new Date(facts.capturedAt),
      },
    });
    if (!moved) return false;
    await tx.announceParts(
      parts.map((part) => ({ ...part, snapshotId: id, generation, key: partKey({ ...part, snapshotId: id }) })),
    );
    await tx.putCoverage(id, "manifest", { gaps: coverage, redactions });
    const { analysis = [], redaction, remark } = facts;
    await tx.putCaptureReport(id, { analysis, redaction, remark });
    await tx.touchSnapshot(id, ctx.clock.now());
    await tx.emit({ topic: "snapshot.changed", snapshotId: id });
    return true;
  });
}
