import type { EventRecord, LeasedPart } from "@kubin/core";
import type { Statement } from "./database.ts";
import { heldPart, mustHold } from "./held-part.ts";
import { inBatches } from "./in-batches.ts";
import { indexable, storableDate, storableInt } from "./storable.ts";

/** Writes events and counts the new ones on their part. Throws CONFLICT without the lease. */
export async function putEvents(opts: {
  sql: Statement;
  part: LeasedPart;
  rows: readonly EventRecord[];
}): Promise<void> {
  const { sql, part, rows } = opts;
  for (const json of inBatches(storableEvents(rows))) {
    mustHold(
      await sql.$queryRaw<{ held: number }[]>`
        WITH held AS (${heldPart(part)}), written AS (
          INSERT INTO events (snapshot_id, generation, part_id, index, namespace, name, type, reason, message, count,
            first_at, last_at, source, about_group, about_kind, about_namespace, about_name, about_uid, search_text)
          SELECT held.snapshot_id, held.generation, held.id, r.index, r.namespace, r.name, r.type, r.reason, r.message,
            r.count, r."firstAt", r."lastAt", r.source, r."aboutGroup", r."aboutKind", r."aboutNamespace", r."aboutName",
            r."aboutUid", r."searchText"
          FROM held CROSS JOIN json_to_recordset(${json}::json) AS r(index int, namespace text, name text, type text,
            reason text, message text, count int, "firstAt" timestamptz, "lastAt" timestamptz, source text,
            "aboutGroup" text, "aboutKind" text, "aboutNamespace" text, "aboutName" text, "aboutUid" text,
            "searchText" text)
          ON CONFLICT (snapshot_id, generation, part_id, index) DO NOTHING
          RETURNING 1
        ), counted AS (
          UPDATE parts SET events = events + (SELECT count(*) FROM written)
          FROM held WHERE parts.id = held.id
        )
        SELECT count(*)::int AS held FROM held`,
    );
  }
}

function* storableEvents(rows: readonly EventRecord[]): Generator<object> {
  for (const { about, ...row } of rows) {
    yield {
      ...row,
      namespace: indexable(row.namespace),
      name: indexable(row.name),
      count: storableInt(row.count),
      firstAt: storableDate(row.firstAt),
      lastAt: storableDate(row.lastAt),
      aboutGroup: about.group,
      aboutKind: indexable(about.kind),
      aboutNamespace: indexable(about.namespace),
      aboutName: indexable(about.name),
      aboutUid: about.uid,
      searchText: `${row.reason}\n${row.message}\n${about.name}`.toLowerCase(),
    };
  }
}
