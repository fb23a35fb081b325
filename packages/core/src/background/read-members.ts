import { type LineWithParsed, parseLineBatches, splitLineBatches } from "@kubin/logs";
import { isKubinError, type LogMember, type LogStreamRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { LogRow } from "../ports/logs.ts";
import type { LeasedPart } from "../ports/metadata.ts";
import { badPart } from "./bad-part.ts";
import { chunkLimits, maxRowBytes, type StreamRow } from "./cut-chunks.ts";
import type { PartGaps } from "./part-gaps.ts";
import { maxUnpackedBytes, readUnpacked } from "./read-unpacked.ts";

/** A member with what its lines turned out to be. */
export interface ReadMember extends LogMember {
  firstAt: Date | undefined;
  lastAt: Date | undefined;
}

interface Reading {
  ctx: Ctx;
  part: LeasedPart;
  gaps: PartGaps;
  /** Gives klog headers their year, where the capture time is known by now. */
  capturedAt: Date | undefined;
  /** Filled while the lines are read. */
  done: ReadMember[];
}

/** Some ten times what a packed part of ordinary lines holds; a few bytes of gzip can be a million empty lines. */
const maxPartLines = 10_000_000;

/**
 * The lines of all members of a `logs` part, in order. What of a member cannot be read is told to `gaps`, its lines up
 * to there stay. Throws BAD_INPUT when no member gives a line.
 */
export async function* readMembers(reading: Reading): AsyncGenerator<StreamRow[]> {
  const { part, done } = reading;
  let left = maxPartLines;
  for (const member of part.members ?? []) {
    if (member.namespace !== part.namespace) continue;
    yield* readMember(reading, { member, wanted: Math.min(member.lines, left) });
    left -= done.at(-1)?.lines ?? 0;
  }
  if (done.every(({ lines }) => lines === 0)) throw badPart("None of its log streams can be read.");
}

async function* readMember(
  reading: Reading,
  { member, wanted }: { member: LogMember; wanted: number },
): AsyncGenerator<StreamRow[]> {
  const { ctx, gaps, done } = reading;
  const stream = streamOf(member);
  const read: ReadMember = { ...member, lines: 0, bytes: 0, firstAt: undefined, lastAt: undefined };
  try {
    const lines = splitLineBatches(unpackMember(reading, member));
    const { capturedAt } = reading;
    for await (const parsed of parseLineBatches(firstLines({ reading, member, wanted, lines }), { capturedAt })) {
      ctx.signal.throwIfAborted();
      yield parsed.map((line) => ({ stream, row: toRow({ reading, read, line }) }));
    }
  } catch (error) {
    if (!isKubinError(error, "BAD_INPUT") && !isKubinError(error, "TOO_LARGE")) throw error;
    gaps.add({ kind: "unparseable", what: streamName(stream), detail: error.message });
  }
  if (read.lines < member.lines) {
    const detail = `${read.lines} of ${member.lines} announced lines could be read.`;
    gaps.add({ kind: "cut", what: streamName(stream), detail });
  }
  done.push(read);
}

interface FirstLines {
  reading: Reading;
  member: LogMember;
  wanted: number;
  lines: AsyncIterable<Uint8Array[]>;
}

/** No more lines than `wanted`; that there are others is told to `gaps`. */
async function* firstLines({ reading, member, wanted, lines }: FirstLines): AsyncGenerator<Uint8Array[]> {
  let left = wanted;
  for await (const batch of lines) {
    const some = batch.length > left ? batch.slice(0, left) : batch;
    left -= some.length;
    if (some.length > 0) yield some;
    if (some.length === batch.length) continue;
    const detail = `It holds more than ${wanted} lines; the rest was left out.`;
    reading.gaps.add({ kind: "cut", what: streamName(member), detail });
    return;
  }
}

/** What every member may unpack to, however little was announced: room for a member that announced nothing. */
const minUnpackedBytes = 1024 * 1024;
const maxGrowth = 20;

function unpackMember({ ctx, part }: Reading, member: LogMember): AsyncGenerator<Uint8Array> {
  const maxBytes = Math.min(maxUnpackedBytes, Math.max(minUnpackedBytes, member.bytes * maxGrowth));
  const range = { start: member.offset, end: member.offset + member.length };
  return readUnpacked({ ctx, key: part.key, range, maxBytes });
}

function toRow(opts: { reading: Reading; read: ReadMember; line: LineWithParsed }): LogRow {
  const { reading, read } = opts;
  const { line, parsed } = opts.line;
  const { at, level, prefixBytes, timeSource, format, continues, fields } = parsed;
  const number = read.firstLine + read.lines;
  read.lines += 1;
  read.bytes += line.length + 1;
  if (at !== undefined) {
    const time = new Date(Number(at / 1_000_000n));
    read.firstAt ??= time;
    read.lastAt = time;
  }
  const kept = line.subarray(0, maxRowBytes(chunkLimits));
  if (kept.length < line.length) {
    const detail = `Line ${number} was cut: it is longer than a line may be.`;
    reading.gaps.add({ kind: "cut", what: streamName(read), detail });
  }
  const [prefix, message] = [kept.subarray(0, prefixBytes), kept.subarray(prefixBytes)];
  return { line: number, at, level, prefix, message, format, continues, timeSource, fields };
}

function streamOf({ namespace, pod, container, source }: LogMember): LogStreamRef {
  return { namespace, pod, container, source };
}

function streamName({ pod, container, source }: LogStreamRef): string {
  return `log of ${pod}/${container}${source === "previous" ? " (previous)" : ""}`;
}
