import type { Ctx } from "../ctx.ts";
import type { LeasedPart } from "../ports/metadata.ts";
import { classifyFailure } from "./bad-part.ts";
import { checkJoined } from "./check-joined.ts";
import { dropLinesOfGone } from "./drop-lines-of-gone.ts";
import { holdLease } from "./hold-lease.ts";
import { indexLogs } from "./index-logs.ts";
import { indexObjects } from "./index-objects.ts";
import { collectGaps, type PartGaps, partName } from "./part-gaps.ts";

/** A part that stumbles over a defect of Kubin this often is given up. */
const maxAttempts = 5;
/** Pause before such a part is tried again, times the attempts so far. */
const pauseAfterBugMs = 1000;

/**
 * Indexes one leased part and ends its lease. Wrong bytes make it FAILED with a coverage gap. Throws UNAVAILABLE (or
 * STORE_FULL) when an engine is away, after the part was handed back.
 */
export async function indexPart(opts: { ctx: Ctx; part: LeasedPart }): Promise<void> {
  const { ctx, part } = opts;
  const started = performance.now();
  const lease = holdLease(opts);
  const gaps = collectGaps(part.namespace);
  try {
    await readPart({ ctx: { ...ctx, signal: lease.signal }, part, gaps });
    await finish({ ctx, part, gaps, outcome: { state: "INDEXED" } });
    ctx.metrics.observe("index_part_seconds", (performance.now() - started) / 1000, { type: part.type });
  } catch (error) {
    if (lease.isLost()) await dropLinesOfGone({ ctx, part });
    else if (ctx.signal.aborted) await ctx.ports.metadata.releasePart(part);
    else await fail({ ctx, part, gaps, error });
  } finally {
    lease.release();
  }
}

/** Documents, metrics and raw files are served as they are; there is nothing to index in them. */
async function readPart(work: { ctx: Ctx; part: LeasedPart; gaps: PartGaps }): Promise<void> {
  switch (work.part.type) {
    case "resources":
    case "events":
      return indexObjects(work);
    case "logs":
      return indexLogs(work);
    case "raw":
      return checkJoined(work);
    case "discovery":
    case "metrics":
    case "bundle":
  }
}

type Outcome = { state: "INDEXED" } | { state: "FAILED"; reason: string };

async function finish(opts: { ctx: Ctx; part: LeasedPart; gaps: PartGaps; outcome: Outcome }): Promise<void> {
  const { ctx, part, gaps, outcome } = opts;
  const { snapshotId } = part;
  const found = gaps.list();
  const held = await ctx.ports.metadata.transaction(async (tx) => {
    if (!(await tx.finishPart(part, outcome))) return false;
    // Also an empty list: an earlier attempt may have said something.
    await tx.putCoverage(snapshotId, part.key, { gaps: found });
    await tx.emit({ topic: "snapshot.changed", snapshotId });
    return true;
  });
  if (!held) return dropLinesOfGone({ ctx, part });
  ctx.metrics.count("parts_finished_total", { type: part.type, state: outcome.state });
  if (outcome.state === "FAILED")
    ctx.log.warn({ snapshotId, type: part.type, attempts: part.attempts }, "a part failed");
}

async function fail(opts: { ctx: Ctx; part: LeasedPart; gaps: PartGaps; error: unknown }): Promise<void> {
  const { ctx, part, gaps, error } = opts;
  const failure = classifyFailure(error);
  switch (failure.kind) {
    case "bad":
      return giveUp({ ctx, part, gaps, reason: failure.reason });
    case "lost":
      return dropLinesOfGone({ ctx, part });
    case "away":
      await ctx.ports.metadata.releasePart(part).catch((again: unknown) => {
        ctx.log.warn({ err: again }, "a part could not be handed back; its lease will run out");
      });
      throw error;
    case "bug": {
      ctx.log.error(
        { snapshotId: part.snapshotId, type: part.type, attempts: part.attempts, err: error },
        "part not indexed",
      );
      if (part.attempts >= maxAttempts) {
        return giveUp({ ctx, part, gaps, reason: `Kubin could not index it in ${part.attempts} attempts.` });
      }
      await ctx.ports.metadata.renewLease(part, new Date(ctx.clock.now().getTime() + pauseAfterBugMs * part.attempts));
    }
  }
}

function giveUp(opts: { ctx: Ctx; part: LeasedPart; gaps: PartGaps; reason: string }): Promise<void> {
  const { part, gaps, reason } = opts;
  gaps.add({ kind: "unparseable", what: partName(part), detail: reason });
  return finish({ ...opts, outcome: { state: "FAILED", reason } });
}
