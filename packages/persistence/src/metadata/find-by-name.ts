import type { FindQuery, FoundByName } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Statement } from "./database.ts";
import { containing, literally } from "./like-pattern.ts";
import { readPosition } from "./position.ts";
import { type ResourceRow, resourceColumns, toFoundResource } from "./resource-row.ts";
import { withinScope } from "./scope-sql.ts";

const ordered = Prisma.sql`rank, kind, namespace, name, "group", plural, part_id, index`;

/**
 * Objects whose search text holds `text`: exact name, whole address, name that begins so, name that holds it, the rest.
 * Reads every search text of the scope once (100,000 pods in PGlite: 75 to 190 ms on a busy machine; the bench is `find`).
 */
export async function findByName(sql: Statement, query: FindQuery): Promise<FoundByName> {
  const { scope, namespaces, limit } = query;
  const text = query.text.toLowerCase();
  const within = Prisma.sql`${withinScope(scope, namespaces)} AND plural <> 'events'`;
  const after = query.after ? Prisma.sql`WHERE (${ordered}) > (${readFound(query.after)})` : Prisma.empty;
  // Sorted without the object, which is then read for one page only.
  const rows = await sql.$queryRaw<(ResourceRow & { rank: number })[]>`
    WITH matching AS (
      SELECT ${rankOf(text)} AS rank, kind, namespace, name, "group", plural, part_id, index
      FROM resources WHERE ${within} AND search_text LIKE ${containing(text)}
    ), page AS (SELECT * FROM matching ${after} ORDER BY ${ordered} LIMIT ${limit})
    SELECT page.rank, full_row.* FROM page JOIN LATERAL (
      SELECT ${resourceColumns({ withObject: true })} FROM resources
      WHERE snapshot_id = ${scope.snapshotId}::uuid AND generation = ${scope.generation}
        AND part_id = page.part_id AND index = page.index
    ) AS full_row ON true
    ORDER BY page.rank, page.kind, page.namespace, page.name, page."group", page.plural, page.part_id, page.index`;
  const [counted] = await sql.$queryRaw<{ objects: number }[]>`
    SELECT coalesce(sum(objects), 0)::float8 AS objects FROM resource_counts WHERE ${within}`;
  const found = rows.map(({ rank, ...row }) => {
    const { part_id, index, group, plural, kind, namespace, name } = row;
    const position = [rank, kind, namespace, name, group, plural, Number(part_id), index];
    return { ...toFoundResource(row), position };
  });
  return { found, searched: counted?.objects ?? 0 };
}

/**
 * A search text is the name, then one address a line, so that a whole address is a whole line. Who has an address comes
 * before who repeats it: lists of endpoints, and pods, whose own address stands first, for that of their node.
 */
function rankOf(text: string): Prisma.Sql {
  const line = literally(text);
  return Prisma.sql`CASE
    WHEN lower(name) = ${text} THEN 0
    WHEN search_text || E'\n' LIKE ${`%\n${line}\n%`} THEN
      CASE WHEN kind IN ('Endpoints', 'EndpointSlice')
        OR (kind = 'Pod' AND split_part(search_text, E'\n', 2) <> ${text}) THEN 2 ELSE 1 END
    WHEN search_text LIKE ${`${line}%`} THEN 3
    WHEN lower(name) LIKE ${containing(text)} THEN 4
    ELSE 5 END`;
}

function readFound(after: (string | number)[]): Prisma.Sql {
  const position = readPosition(after);
  const values = [
    Prisma.sql`${position.int()}::int`,
    ...[1, 2, 3, 4, 5].map(() => Prisma.sql`${position.text()}`),
    Prisma.sql`${position.int()}::bigint`,
    Prisma.sql`${position.int()}::int`,
  ];
  position.end();
  return Prisma.join(values);
}
