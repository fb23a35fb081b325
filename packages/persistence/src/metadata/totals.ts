import type { Scope, SnapshotTotals } from "@kubin/core";
import { harmlessGapKinds } from "@kubin/schema";
import { Prisma } from "../generated/client.ts";
import type { Statement } from "./database.ts";
import { namespacesWithin } from "./namespaces-sql.ts";
import { withinScope } from "./scope-sql.ts";

type Row = SnapshotTotals["progress"] & SnapshotTotals["counts"] & Pick<SnapshotTotals, "gaps" | "redactions">;

/** Progress and counts within the scope, in one statement over what is counted already and the few namespaces. */
export async function readTotals(sql: Statement, scope: Scope): Promise<SnapshotTotals> {
  const within = withinScope(scope);
  const visible = scope.logs ? Prisma.empty : Prisma.sql`AND type <> 'logs'`;
  const streams = scope.logs ? Prisma.empty : Prisma.sql`AND false`;
  const [row] = await sql.$queryRaw<Row[]>`
    SELECT "partsKnown", "partsStored", "partsIndexed", "partsFailed", "bytesStored", objects, types, namespaces, events,
      "logStreams", "logLines", gaps, redactions
    FROM (
      SELECT count(*)::float8 AS "partsKnown",
        (count(*) FILTER (WHERE state <> 'SIGNED'))::float8 AS "partsStored",
        (count(*) FILTER (WHERE state = 'INDEXED'))::float8 AS "partsIndexed",
        (count(*) FILTER (WHERE state = 'FAILED'))::float8 AS "partsFailed",
        coalesce(sum(size) FILTER (WHERE state <> 'SIGNED'), 0)::float8 AS "bytesStored",
        coalesce(sum(events), 0)::float8 AS events
      FROM parts WHERE ${within} ${visible}
    ) AS progress, (
      SELECT coalesce(sum(objects), 0)::float8 AS objects, (count(DISTINCT ("group", plural)))::float8 AS types
      FROM resource_counts WHERE ${within}
    ) AS contents, (
      SELECT count(*)::float8 AS namespaces FROM (${namespacesWithin(scope)}) AS names
    ) AS known, (
      SELECT count(*)::float8 AS "logStreams", coalesce(sum(lines), 0)::float8 AS "logLines" FROM (
        SELECT sum(lines) AS lines FROM log_streams WHERE ${within} ${streams} GROUP BY namespace, pod, container, source
      ) AS streams
    ) AS streams, (
      SELECT count(*)::float8 AS gaps FROM coverage WHERE ${within} AND kind <> ALL(${harmlessGapKinds}::text[])
    ) AS gaps, (
      SELECT coalesce(sum(count), 0)::float8 AS redactions FROM redactions WHERE ${within}
    ) AS redactions`;
  if (!row) throw new Error("a query of totals always gives one row");
  const { partsKnown, partsStored, partsIndexed, partsFailed, bytesStored, gaps, redactions, ...counts } = row;
  return { progress: { partsKnown, partsStored, partsIndexed, partsFailed, bytesStored }, counts, gaps, redactions };
}
