import type { Ctx } from "../ctx.ts";
import { authorise } from "../policy/authorise.ts";
import type { PartRecordRow, SnapshotRecord } from "../ports/metadata.ts";
import { endSilentUpload } from "./end-silent-upload.ts";
import { eraseContent, erasedNote } from "./erase-content.ts";
import { recordStoredObject } from "./record-stored-object.ts";
import { isSilent, settleSnapshot } from "./settle-snapshot.ts";

/** An uploader heard this recently still sends its own wake-ups. */
const quietMs = 10_000;
/** How long an erased snapshot is remembered as expired. */
const rememberExpiredMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Finds what no event told: stored objects whose wake-up was lost, silent uploads, snapshots ready to settle, snapshots
 * whose time is over, erasures that were interrupted, multipart uploads that were given up. One that fails does not stop
 * the others; throws the first failure at the end.
 */
export async function sweep(opts: { ctx: Ctx }): Promise<void> {
  const { ctx } = opts;
  authorise(ctx, "work");
  const { metadata } = ctx.ports;
  const failures: unknown[] = [];
  const each = async <T>(items: readonly T[], work: (item: T) => Promise<void>) => {
    for (const item of items) {
      if (ctx.signal.aborted) return;
      await work(item).catch((error: unknown) => failures.push(error));
    }
  };
  await each(await metadata.expiredSnapshots(ctx.clock.now()), (snapshot) => expire(ctx, snapshot));
  // Before the rows that name them are erased.
  await each(await metadata.abandonedMultiparts(), (part) => abortAbandoned(ctx, part));
  await each(await metadata.snapshotsIn(["TRASHED", "EXPIRED"]), (snapshot) => erase(ctx, snapshot));
  const active = await metadata.snapshotsIn(["INITIATED", "UPLOADING", "PROCESSING"]);
  await each(active, (snapshot) => mend(ctx, snapshot));
  if (failures.length > 0) throw failures[0];
}

async function expire(ctx: Ctx, { id, state }: SnapshotRecord): Promise<void> {
  await ctx.ports.metadata.transaction(async (tx) => {
    if (!(await tx.moveSnapshot(id, [state], { state: "EXPIRED" }))) return;
    await tx.emit({ topic: "snapshot.changed", snapshotId: id });
  });
  await ctx.ports.cache.dropPrefix(id);
}

/** Nobody will add to it any more, and the store keeps its pieces until it is told so. */
async function abortAbandoned(ctx: Ctx, { key, multipart: uploadId }: PartRecordRow): Promise<void> {
  if (uploadId === undefined) return;
  await ctx.ports.objects.abortMultipart({ key, uploadId });
  await ctx.ports.metadata.setMultipart(key, { from: uploadId, to: undefined });
}

async function erase(ctx: Ctx, snapshot: SnapshotRecord): Promise<void> {
  const { id, state, failure, expiresAt } = snapshot;
  if (state === "TRASHED" || failure !== erasedNote) return eraseContent({ ctx, input: { snapshotId: id } });
  const isForgotten = ctx.clock.now().getTime() - expiresAt.getTime() > rememberExpiredMs;
  if (isForgotten) await ctx.ports.metadata.eraseSnapshot(id, { forget: true });
}

async function mend(ctx: Ctx, snapshot: SnapshotRecord): Promise<void> {
  const silentMs = ctx.clock.now().getTime() - snapshot.lastUploadAt.getTime();
  const found = silentMs >= Math.min(quietMs, ctx.settings.silentUploadMs) ? await findStored(ctx, snapshot.id) : 0;
  if (snapshot.state === "PROCESSING") return settleSnapshot({ ctx, input: { snapshotId: snapshot.id } });
  if (found === 0 && isSilent(ctx, snapshot)) await endSilentUpload({ ctx, input: { snapshotId: snapshot.id } });
}

/** Records announced parts whose object is in the store; returns how many there were. */
async function findStored(ctx: Ctx, snapshotId: string): Promise<number> {
  let found = 0;
  for (const { key } of await ctx.ports.metadata.partsOf(snapshotId, ["SIGNED"])) {
    const size = await ctx.ports.objects.size(key);
    if (size === undefined) continue;
    await recordStoredObject({ ctx, input: { key, size } });
    found += 1;
  }
  return found;
}
