import { isSettled, type Snapshot, type SnapshotRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { presentSnapshot } from "./present-snapshot.ts";

/** A lost wake-up costs at most this; more, the longer nothing happens: a hundred waiting uploads are looked at less. */
const recheckMs = { first: 2_000, longest: 16_000 };
/** Changes closer together are told as one. */
const settleMs = 150;

/** The snapshot now and after each change, until its state is final or the caller leaves. */
export async function* watchSnapshot(opts: { ctx: Ctx; input: SnapshotRef }): AsyncGenerator<Snapshot> {
  const { ctx, input } = opts;
  const changes = listenFor(ctx, input.snapshotId);
  let told = "";
  let pauseMs = recheckMs.first;
  try {
    while (!ctx.signal.aborted) {
      const read = await authoriseRead({ ctx, action: "snapshot.status", snapshotId: input.snapshotId });
      const snapshot = await presentSnapshot(ctx, read);
      const text = JSON.stringify(snapshot);
      pauseMs = text === told ? Math.min(2 * pauseMs, recheckMs.longest) : recheckMs.first;
      if (text !== told) yield snapshot;
      told = text;
      if (isSettled(snapshot.state)) return;
      await changes.next(pauseMs);
    }
  } finally {
    changes.stop();
  }
}

/** `next` ends after a change (and a moment for others to join it), after `withinMs`, or when the caller leaves. */
function listenFor(ctx: Ctx, snapshotId: string) {
  let changed = false;
  let wake = () => {};
  const stop = ctx.ports.bus.subscribe(["snapshot.changed", "snapshot.deleted"], (event) => {
    if (!("snapshotId" in event) || event.snapshotId !== snapshotId) return;
    changed = true;
    wake();
  });
  const pause = (ms: number, early: boolean) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        ctx.signal.removeEventListener("abort", done);
        wake = () => {};
        resolve();
      };
      const timer = setTimeout(done, ms);
      ctx.signal.addEventListener("abort", done);
      if (early) wake = done;
    });
  return {
    stop,
    async next(withinMs: number) {
      if (!changed) await pause(withinMs, true);
      if (!ctx.signal.aborted) await pause(settleMs, false);
      changed = false;
    },
  };
}
