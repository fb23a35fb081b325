import type { Ctx } from "../ctx.ts";
import { parsePartKey } from "../part-key.ts";
import { authorise } from "../policy/authorise.ts";
import type { MetadataTransaction, SnapshotRecord } from "../ports/metadata.ts";

/** A state that changes under the hands this often is not the compare-and-set's fault. */
const maxTries = 5;

/**
 * Takes note that an object is in the store: its part becomes work. Idempotent; events may come twice, late or out of
 * order. Keys nobody announced are left alone; what comes after its snapshot was deleted is removed again.
 */
export async function recordStoredObject(opts: { ctx: Ctx; input: { key: string; size: number } }): Promise<void> {
  const { ctx, input } = opts;
  authorise(ctx, "work");
  const named = parsePartKey(input.key);
  if (named === undefined) {
    ctx.log.warn({ size: input.size }, "an object was stored under a key that is no part's");
    return;
  }
  const { snapshotId, type } = named;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const outcome = await ctx.ports.metadata.transaction((tx) => record({ tx, ctx, key: input.key, snapshotId }));
    if (outcome === "gone") await ctx.ports.objects.deletePrefix(input.key);
    if (outcome === "known")
      ctx.log.debug({ snapshotId, type }, "a stored object is known already, or was not announced");
    if (outcome !== "changed") return;
  }
}

type Outcome = "stored" | "known" | "late" | "gone" | "changed";

async function record(opts: { tx: MetadataTransaction; ctx: Ctx; key: string; snapshotId: string }): Promise<Outcome> {
  const { tx, ctx, key, snapshotId } = opts;
  const snapshot = await tx.findSnapshot(snapshotId);
  if (snapshot === undefined || snapshot.state === "TRASHED" || snapshot.state === "EXPIRED") return "gone";
  if (!takesParts(snapshot)) return "late";
  // Also where the state stays: the row is locked, so the snapshot cannot settle between here and the commit.
  const state = snapshot.state === "INITIATED" ? "UPLOADING" : snapshot.state;
  if (!(await tx.moveSnapshot(snapshotId, [snapshot.state], { state }))) return "changed";
  if (!(await tx.markStored(key))) return "known";
  await tx.touchSnapshot(snapshotId, ctx.clock.now());
  await tx.emit({ topic: "parts.ready", snapshotId });
  await tx.emit({ topic: "snapshot.changed", snapshotId });
  return "stored";
}

function takesParts({ state }: SnapshotRecord): boolean {
  return state === "INITIATED" || state === "UPLOADING" || state === "PROCESSING";
}
