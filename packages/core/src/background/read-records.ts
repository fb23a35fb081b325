import { splitLineBatches } from "@kubin/logs";
import { isKubinError, PartRecord } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { LeasedPart } from "../ports/metadata.ts";
import { badPart } from "./bad-part.ts";
import type { PartGaps } from "./part-gaps.ts";
import { maxUnpackedBytes, readUnpacked } from "./read-unpacked.ts";

/** A record of a part and the number of its line, from 0: the same in every attempt. */
export interface NumberedRecord {
  index: number;
  record: PartRecord;
  /** Of its line, in bytes. */
  bytes: number;
}

/** Damage makes a few wrong lines; a part of so many is no part of objects, and reading on would take minutes. */
const maxWrongLines = 10_000;

/**
 * The records of a `resources` or `events` part. Lines that are no record are told to `gaps` and left out. Throws
 * BAD_INPUT when nothing in it is one, or too much of it is none.
 */
export async function* readRecords(opts: {
  ctx: Ctx;
  part: LeasedPart;
  gaps: PartGaps;
}): AsyncGenerator<NumberedRecord> {
  const { ctx, part, gaps } = opts;
  const decoder = new TextDecoder();
  let index = 0;
  let good = 0;
  const chunks = readUnpacked({ ctx, key: part.key, maxBytes: maxUnpackedBytes });
  for await (const lines of linesOf(chunks)) {
    ctx.signal.throwIfAborted();
    for (const line of lines) {
      const record = line.length === 0 ? undefined : parseRecord(decoder.decode(line));
      if (record !== undefined) {
        yield { index, record, bytes: line.length };
        good += 1;
      } else {
        gaps.add({
          kind: "unparseable",
          what: `a record of ${part.type}`,
          detail: "It is no Kubernetes object as JSON.",
        });
      }
      index += 1;
      if (index - good > maxWrongLines)
        throw badPart(`More than ${maxWrongLines} of its lines are no Kubernetes object.`);
    }
  }
  if (good === 0 && index > 0) throw badPart("None of its lines is a Kubernetes object as JSON.");
  if (index !== part.items) {
    const detail = `It holds ${index} records; ${part.items} were announced.`;
    gaps.add({ kind: "cut", what: `records of ${part.type}`, detail });
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  try {
    yield* splitLineBatches(chunks);
  } catch (error) {
    throw isKubinError(error, "TOO_LARGE") ? badPart("A line of it is longer than any object.", error) : error;
  }
}

function parseRecord(line: string): PartRecord | undefined {
  try {
    return PartRecord.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
