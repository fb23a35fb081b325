import { describeEvent, describeObject, podFacts } from "@kubin/kubernetes";
import { createCertificateFinder, type FindCertificates } from "../certificates/find-certificates.ts";
import type { Ctx } from "../ctx.ts";
import type { EventRecord, LeasedPart, ResourceRecord } from "../ports/metadata.ts";
import type { PartGaps } from "./part-gaps.ts";
import { type NumberedRecord, readRecords } from "./read-records.ts";

const rowsABatch = 500;
const bytesABatch = 4 * 1024 * 1024;

/** Writes the objects of a `resources` or `events` part; events also as events. Writing them again changes nothing. */
export async function indexObjects(opts: { ctx: Ctx; part: LeasedPart; gaps: PartGaps }): Promise<void> {
  const find = createCertificateFinder();
  for await (const batch of batches(readRecords(opts))) await putBatch({ ...opts, batch, find });
}

async function putBatch(opts: {
  ctx: Ctx;
  part: LeasedPart;
  gaps: PartGaps;
  batch: NumberedRecord[];
  find: FindCertificates;
}): Promise<void> {
  const { ctx, part, gaps, find } = opts;
  const { metadata } = ctx.ports;
  ctx.signal.throwIfAborted();
  const rows = opts.batch.map((numbered) => recordOf(numbered, find)).filter((row) => belongs({ row, part, gaps }));
  if (rows.length === 0) return;
  await metadata.putResources(part, rows);
  if (part.type !== "events") return;
  const events = rows.map(({ index, object }): EventRecord => ({ index, ...describeEvent(object) }));
  await metadata.putEvents(part, events);
}

function recordOf({ index, record }: NumberedRecord, find: FindCertificates): ResourceRecord {
  const described = describeObject(record);
  const facts = { ...podFacts(described), certificates: find(described) };
  return { index, ...described, facts };
}

/** A part holds one namespace: what says otherwise would show through a link to that namespace alone. */
function belongs({ row, part, gaps }: { row: ResourceRecord; part: LeasedPart; gaps: PartGaps }): boolean {
  if (row.name === "" || row.kind === "") {
    gaps.add({ kind: "unparseable", what: row.plural, detail: "The object has no name or no kind." });
    return false;
  }
  if (row.namespace === part.namespace) return true;
  const where = part.namespace === "" ? "cluster-scoped objects" : `namespace ${part.namespace}`;
  gaps.add({ kind: "refused", what: row.plural, detail: `The object came among ${where} and says it is of another.` });
  return false;
}

async function* batches(records: AsyncIterable<NumberedRecord>): AsyncGenerator<NumberedRecord[]> {
  let batch: NumberedRecord[] = [];
  let bytes = 0;
  for await (const record of records) {
    batch.push(record);
    bytes += record.bytes;
    if (batch.length >= rowsABatch || bytes >= bytesABatch) {
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
