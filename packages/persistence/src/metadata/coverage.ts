import type { MetadataStatements } from "@kubin/core";
import { CoverageGap, harmlessGapKinds } from "@kubin/schema";
import type { Database } from "./database.ts";
import { inBatches } from "./in-batches.ts";
import { withinScope } from "./scope-sql.ts";
import { storableInt, storableText } from "./storable.ts";

type Coverage = Pick<MetadataStatements, "putCoverage" | "coverage">;

/** What was asked for and not got, and what was taken out. */
export function coverageStatements({ sql, atomically }: Database): Coverage {
  return {
    async putCoverage(snapshotId, origin, { gaps, redactions }) {
      const from = storableText(origin);
      await atomically(async (tx) => {
        await tx.$executeRaw`DELETE FROM coverage WHERE snapshot_id = ${snapshotId}::uuid AND origin = ${from}`;
        await tx.$executeRaw`DELETE FROM redactions WHERE snapshot_id = ${snapshotId}::uuid AND origin = ${from}`;
        for (const json of inBatches(numbered(gaps))) {
          await tx.$executeRaw`
            INSERT INTO coverage (snapshot_id, generation, origin, index, kind, what, namespace, detail, count)
            SELECT snapshots.id, snapshots.generation, ${from}, r.index, r.kind, r.what, r.namespace, r.detail, r.count
            FROM snapshots CROSS JOIN json_to_recordset(${json}::json)
              AS r(index int, kind text, what text, namespace text, detail text, count int)
            WHERE snapshots.id = ${snapshotId}::uuid`;
        }
        for (const json of inBatches(numbered(redactions ?? []))) {
          await tx.$executeRaw`
            INSERT INTO redactions (snapshot_id, generation, origin, index, rule, namespace, count)
            SELECT snapshots.id, snapshots.generation, ${from}, r.index, r.rule, r.namespace, r.count
            FROM snapshots CROSS JOIN json_to_recordset(${json}::json)
              AS r(index int, rule text, namespace text, count int)
            WHERE snapshots.id = ${snapshotId}::uuid`;
        }
      });
    },

    async coverage(scope, limit) {
      const within = withinScope(scope);
      const [gaps, totals, redactions] = await Promise.all([
        sql.$queryRaw<unknown[]>`
          SELECT kind, what, namespace, detail, count FROM coverage WHERE ${within}
          ORDER BY array_position('{forbidden,timed-out,cut,unparseable,missing,refused,withheld,skipped,duplicate}', kind),
            namespace, what COLLATE "C", detail COLLATE "C", origin, index
          LIMIT ${limit}`,
        sql.$queryRaw<{ total: number; duplicates: number }[]>`
          SELECT (count(*) FILTER (WHERE kind <> ALL(${harmlessGapKinds}::text[])))::int AS total,
            (count(*) FILTER (WHERE kind = ANY(${harmlessGapKinds}::text[])))::int AS duplicates
          FROM coverage WHERE ${within}`,
        sql.$queryRaw<{ rule: string; namespace: string; count: number }[]>`
          SELECT rule, namespace, sum(count)::float8 AS count FROM redactions WHERE ${within}
          GROUP BY rule, namespace ORDER BY rule COLLATE "C", namespace`,
      ]);
      const { total = 0, duplicates = 0 } = totals[0] ?? {};
      return { gaps: CoverageGap.array().parse(gaps), total, duplicates, redactions };
    },
  };
}

function* numbered(rows: readonly { count: number }[]): Generator<object> {
  for (const [index, row] of rows.entries()) yield { ...row, index, count: storableInt(row.count) };
}
