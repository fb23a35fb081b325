import type { LeasedPart, MetadataStatements } from "@kubin/core";
import type { Statement } from "./database.ts";
import { heldPart, mustHold } from "./held-part.ts";
import { inBatches } from "./in-batches.ts";
import { storableDate } from "./storable.ts";

type Members = Parameters<MetadataStatements["putLogStreams"]>[1];

/** Writes the members of a logs part; a replay may add the times that were not known before. Throws CONFLICT without the lease. */
export async function putLogStreams(opts: { sql: Statement; part: LeasedPart; members: Members }): Promise<void> {
  const { sql, part, members } = opts;
  for (const json of inBatches(storableMembers(members))) {
    mustHold(
      await sql.$queryRaw<{ held: number }[]>`
        WITH held AS (${heldPart(part)}), written AS (
          INSERT INTO log_streams AS stored (snapshot_id, generation, part_id, "offset", namespace, pod, container, source,
            first_line, lines, bytes, first_at, last_at)
          SELECT held.snapshot_id, held.generation, held.id, r."offset", r.namespace, r.pod, r.container, r.source,
            r."firstLine", r.lines, r.bytes, r."firstAt", r."lastAt"
          FROM held CROSS JOIN json_to_recordset(${json}::json) AS r("offset" bigint, namespace text, pod text,
            container text, source text, "firstLine" bigint, lines bigint, bytes bigint, "firstAt" timestamptz,
            "lastAt" timestamptz)
          ON CONFLICT (snapshot_id, generation, part_id, "offset") DO UPDATE
          SET first_at = coalesce(excluded.first_at, stored.first_at), last_at = coalesce(excluded.last_at, stored.last_at)
        ), counted AS (
          UPDATE parts SET streams = ${members.length} FROM held WHERE parts.id = held.id
        )
        SELECT count(*)::int AS held FROM held`,
    );
  }
}

function* storableMembers(members: Members): Generator<object> {
  for (const member of members) {
    yield { ...member, firstAt: storableDate(member.firstAt), lastAt: storableDate(member.lastAt) };
  }
}
