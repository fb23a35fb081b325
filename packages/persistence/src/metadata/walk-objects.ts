import type { FindQuery, WalkedObjects } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Statement } from "./database.ts";
import { containing } from "./like-pattern.ts";
import { readPosition } from "./position.ts";
import { type ResourceRow, resourceColumns, toFoundResource } from "./resource-row.ts";
import { withinScope } from "./scope-sql.ts";

const byName = Prisma.sql`namespace, name, "group", plural, part_id, index`;

type Walked = Pick<ResourceRow, "namespace" | "name" | "group" | "plural" | "part_id" | "index"> & { hit: boolean };

/** Looks at the next `walk` objects by name, and gives those whose JSON holds `text`. */
export async function walkObjects(sql: Statement, query: FindQuery & { walk: number }): Promise<WalkedObjects> {
  const { scope, namespaces, limit, walk } = query;
  const after = query.after ? Prisma.sql`AND (${byName}) > (${readName(query.after)})` : Prisma.empty;
  const walked = await sql.$queryRaw<Walked[]>`
    SELECT ${byName}, ${holds(query.text)} AS hit FROM (
      SELECT ${byName}, object FROM resources WHERE ${withinScope(scope, namespaces)} ${after}
      ORDER BY ${byName} LIMIT ${walk}
    ) AS walked ORDER BY ${byName}`;
  const hits = walked.filter((row) => row.hit);
  const isCut = hits.length > limit;
  const lastHit = hits[limit - 1];
  const looked = isCut && lastHit ? walked.slice(0, walked.indexOf(lastHit) + 1) : walked;
  const last = looked.at(-1);
  const found = await readHits({ sql, query, hits: hits.slice(0, limit) });
  const more = isCut || walked.length === walk;
  return { found, walked: looked.length, ...(last && more && { position: positionOf(last) }) };
}

async function readHits(opts: { sql: Statement; query: FindQuery; hits: Walked[] }): Promise<WalkedObjects["found"]> {
  const { sql, query, hits } = opts;
  if (hits.length === 0) return [];
  const keys = hits.map((hit) => Prisma.sql`(${hit.part_id}::bigint, ${hit.index}::int)`);
  const rows = await sql.$queryRaw<ResourceRow[]>`
    SELECT ${resourceColumns({ withObject: true })} FROM resources
    WHERE ${withinScope(query.scope, query.namespaces)} AND (part_id, index) IN (${Prisma.join(keys)})
    ORDER BY ${byName}`;
  return rows.map((row) => toFoundResource(row));
}

/**
 * Filtered in the store. Measured in PGlite, nearly all of the time goes into object::text (45 µs for 2.6 KB), whether
 * LIKE, position() or JavaScript looks through it; here, at least, large objects do not travel. lower() of the collation
 * C knows 26 letters, so others are looked for as typed, all small, and all large.
 */
function holds(text: string): Prisma.Sql {
  const escaped = JSON.stringify(text).slice(1, -1);
  const small = (written: string) => written.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const forms = new Set([escaped, escaped.toLowerCase(), escaped.toUpperCase()].map(small));
  return Prisma.sql`lower(object::text COLLATE "C") LIKE ANY (${[...forms].map(containing)}::text[])`;
}

function readName(after: (string | number)[]): Prisma.Sql {
  const position = readPosition(after);
  const texts = [1, 2, 3, 4].map(() => Prisma.sql`${position.text()}`);
  const ints = [Prisma.sql`${position.int()}::bigint`, Prisma.sql`${position.int()}::int`];
  position.end();
  return Prisma.join([...texts, ...ints]);
}

function positionOf({ namespace, name, group, plural, part_id, index }: Walked): (string | number)[] {
  return [namespace, name, group, plural, Number(part_id), index];
}
