import type { Ctx } from "../ctx.ts";
import type { LogChunk } from "../ports/logs.ts";
import type { LeasedPart } from "../ports/metadata.ts";
import { boundFieldNames } from "./bound-field-names.ts";
import { type CutChunk, chunkLimits, cutChunks } from "./cut-chunks.ts";
import type { PartGaps } from "./part-gaps.ts";
import { type ReadMember, readMembers } from "./read-members.ts";

/**
 * Writes the lines of a `logs` part, each exactly once however often this is tried: an intent is noted before each
 * insert, and a chunk whose intent was never finished is looked up by its first line (a chunk is all there or not).
 */
export async function indexLogs(opts: { ctx: Ctx; part: LeasedPart; gaps: PartGaps }): Promise<void> {
  const { ctx, part } = opts;
  const { metadata } = ctx.ports;
  const snapshot = await metadata.findSnapshot(part.snapshotId);
  const intents = new Map((await metadata.logIntents(part)).map(({ chunk, done }) => [chunk, done]));
  const done: ReadMember[] = [];
  let number = 0;
  for await (const streams of cutChunks(
    readMembers({ ...opts, capturedAt: snapshot?.capturedAt, done }),
    chunkLimits,
  )) {
    ctx.signal.throwIfAborted();
    await putChunk({ ctx, part, streams, number, intent: intents.get(number) });
    number += 1;
  }
  await metadata.putLogStreams(
    part,
    done.filter(({ lines }) => lines > 0),
  );
}

/** `intent`: undefined = never begun, false = begun by an earlier attempt, true = seen in the engine. */
async function putChunk(opts: {
  ctx: Ctx;
  part: LeasedPart;
  streams: CutChunk;
  number: number;
  intent: boolean | undefined;
}): Promise<void> {
  const { ctx, part, streams, number, intent } = opts;
  const { metadata, logs } = ctx.ports;
  if (intent === true) return;
  if (intent === undefined) await metadata.putLogIntent(part, number);
  const isThere = intent === false && (await isStored(ctx, part, streams));
  if (!isThere) await logs.insert(toLogChunk({ part, streams, number }));
  await metadata.finishLogIntent(part, number);
}

async function isStored(ctx: Ctx, part: LeasedPart, streams: CutChunk): Promise<boolean> {
  const [first] = streams;
  const line = first?.rows[0]?.line;
  if (first === undefined || line === undefined) return true;
  const { snapshotId, retainWeek } = part;
  return ctx.ports.logs.hasLine({ snapshotId, retainWeek, stream: first.stream, line });
}

function toLogChunk(opts: { part: LeasedPart; streams: CutChunk; number: number }): LogChunk {
  const { snapshotId, generation, retainWeek, key } = opts.part;
  const token = `${key}#${generation}#${opts.number}`;
  return { snapshotId, generation, retainWeek, token, streams: boundFieldNames(opts.streams) };
}
