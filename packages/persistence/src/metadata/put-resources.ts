import type { LeasedPart, ResourceRecord } from "@kubin/core";
import type { Statement } from "./database.ts";
import { heldPart, mustHold } from "./held-part.ts";
import { inBatches } from "./in-batches.ts";
import { indexable, storableDate, storableInt } from "./storable.ts";

/** Longer than any `group/Kind/namespace/name`. */
const maxKeyLength = 850;

/** Writes objects and, in the same statement, how many of each kind were new. Throws CONFLICT without the lease. */
export async function putResources(opts: {
  sql: Statement;
  part: LeasedPart;
  rows: readonly ResourceRecord[];
}): Promise<void> {
  const { sql, part, rows } = opts;
  for (const json of inBatches(storableResources(rows))) {
    mustHold(
      await sql.$queryRaw<{ held: number }[]>`
        WITH held AS (${heldPart(part)}), written AS (
          INSERT INTO resources (snapshot_id, generation, part_id, index, "group", version, kind, plural, namespace, name,
            uid, created_at, labels, health, reason, cells, restarts, owners, uses, search_text, object, images, node, amounts, certificates)
          SELECT held.snapshot_id, held.generation, held.id, r.index, r."group", r.version, r.kind, r.plural, r.namespace,
            r.name, r.uid, r."createdAt", r.labels, array_position('{failing,warning,unknown,ok}', r.health) - 1, r.reason,
            r.cells, r.restarts, r.owners, r.uses, r."searchText", r.object,
            r.images, r.node, r.amounts, r.certificates
          FROM held CROSS JOIN json_to_recordset(${json}::json) AS r(index int, "group" text, version text, kind text,
            plural text, namespace text, name text, uid text, "createdAt" timestamptz, labels jsonb, health text,
            reason text, cells jsonb, restarts int, owners text[], uses text[], "searchText" text, object jsonb,
            images text[], node text, amounts jsonb, certificates jsonb)
          ON CONFLICT (snapshot_id, generation, part_id, index) DO NOTHING
          RETURNING snapshot_id, generation, part_id, "group", version, kind, plural, namespace, health
        ), counted AS (
          INSERT INTO resource_counts AS counts
            (snapshot_id, generation, part_id, "group", version, kind, plural, namespace, health, objects)
          SELECT *, count(*) FROM written GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
          ON CONFLICT (snapshot_id, generation, part_id, "group", version, kind, plural, namespace, health)
          DO UPDATE SET objects = counts.objects + excluded.objects
        )
        SELECT count(*)::int AS held FROM held`,
    );
  }
}

function* storableResources(rows: readonly ResourceRecord[]): Generator<object> {
  for (const { facts, ...row } of rows) {
    yield {
      ...row,
      group: indexable(row.group),
      version: indexable(row.version),
      kind: indexable(row.kind),
      plural: indexable(row.plural),
      namespace: indexable(row.namespace),
      name: indexable(row.name),
      uid: row.uid === undefined ? undefined : indexable(row.uid),
      createdAt: storableDate(row.createdAt),
      restarts: storableInt(row.restarts),
      owners: row.owners.map((uid) => indexable(uid)),
      uses: row.uses.map((key) => indexable(key, maxKeyLength)),
      images: facts.images,
      node: indexable(facts.node),
      amounts: facts.amounts,
      certificates: facts.certificates.length > 0 ? facts.certificates : undefined,
    };
  }
}
