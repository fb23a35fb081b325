import type { MetadataStatements } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";
import { seenAt } from "./events.ts";
import { withinScope } from "./scope-sql.ts";

type Bars = Pick<MetadataStatements, "eventSpan" | "eventBars">;

const hasTime = Prisma.sql`coalesce(last_at, first_at) IS NOT NULL`;

/** Events over time, each counted once, where it was seen last. */
export function eventBarStatements({ sql }: Database): Bars {
  return {
    async eventSpan(scope, namespaces) {
      const [row] = await sql.$queryRaw<{ first: Date | null; last: Date | null }[]>`
        SELECT min(coalesce(last_at, first_at)) AS first, max(coalesce(last_at, first_at)) AS last
        FROM events WHERE ${withinScope(scope, namespaces)} AND ${hasTime}`;
      return row?.first && row.last ? { first: row.first, last: row.last } : undefined;
    },

    eventBars({ scope, namespaces, from, to, bucketMs }) {
      const bucket = Prisma.sql`floor(extract(epoch FROM ${seenAt} - ${from}::timestamptz) * 1000 / ${bucketMs}::float8)`;
      return sql.$queryRaw<{ bucket: number; normal: number; warning: number }[]>`
        SELECT ${bucket}::float8 AS bucket, (count(*) FILTER (WHERE type <> 'Warning'))::float8 AS normal,
          (count(*) FILTER (WHERE type = 'Warning'))::float8 AS warning
        FROM events
        WHERE ${withinScope(scope, namespaces)} AND ${hasTime} AND ${seenAt} >= ${from}::timestamptz
          AND ${seenAt} < ${to}::timestamptz
        GROUP BY 1 ORDER BY 1`;
    },
  };
}
