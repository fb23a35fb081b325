import type { FoundResource, ResourceQuery } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Statement } from "./database.ts";
import { readPosition } from "./position.ts";
import { kindConditions, rowConditions } from "./resource-filter-sql.ts";
import { type ResourceRow, resourceColumns, restRank, toFoundResource } from "./resource-row.ts";

const byName = Prisma.sql`namespace, name, "group", plural, part_id, index`;
const createdAt = Prisma.sql`coalesce(created_at, '-infinity')`;

interface Page {
  where: Prisma.Sql[];
  orderBy: Prisma.Sql;
  limit: number;
}

/** One page by keyset: no offset, so the last page costs what the first does. */
export async function listResources(sql: Statement, query: ResourceQuery): Promise<FoundResource[]> {
  const conditions = [...kindConditions(query.scope, query.filter), ...rowConditions(query.filter)];
  const columns = resourceColumns({ withObject: query.withObject ?? false });
  const found: ResourceRow[] = [];
  for (const { where, orderBy, limit } of pagesOf(query)) {
    if (found.length >= limit) break;
    const rows = await sql.$queryRaw<ResourceRow[]>`
      SELECT ${columns} FROM resources WHERE ${Prisma.join([...conditions, ...where], " AND ")}
      ORDER BY ${orderBy} LIMIT ${limit - found.length}`;
    found.push(...rows);
  }
  return found.map((row) => toFoundResource(row, query.order));
}

/** The reads that make one page, in order; each follows an index. */
function pagesOf({ order, limit, after }: ResourceQuery): Page[] {
  const position = after && readPosition(after);
  switch (order) {
    case "name": {
      const where = position ? [Prisma.sql`(${byName}) > (${readName(position)})`] : [];
      return [{ where, orderBy: byName, limit }];
    }
    case "newest": {
      if (!position) return [{ where: [], orderBy: Prisma.sql`${createdAt} DESC, ${byName}`, limit }];
      const time = Prisma.sql`${position.time()}::timestamptz`;
      const where = [
        Prisma.sql`${createdAt} <= ${time}`,
        Prisma.sql`(${createdAt} < ${time} OR (${byName}) > (${readName(position)}))`,
      ];
      return [{ where, orderBy: Prisma.sql`${createdAt} DESC, ${byName}`, limit }];
    }
    case "health": {
      const rank = position?.int() ?? 0;
      const name = position && readName(position);
      const unwell = name && rank < restRank ? [Prisma.sql`(health, ${byName}) > (${rank}, ${name})`] : [];
      const rest = name && rank >= restRank ? [Prisma.sql`(${byName}) > (${name})`] : [];
      const sick = { where: [Prisma.sql`health < 2`, ...unwell], orderBy: Prisma.sql`health, ${byName}`, limit };
      const others = { where: [Prisma.sql`health >= 2`, ...rest], orderBy: byName, limit };
      return rank < restRank ? [sick, others] : [others];
    }
  }
}

function readName(position: ReturnType<typeof readPosition>): Prisma.Sql {
  const texts = [position.text(), position.text(), position.text(), position.text()];
  const ints = [Prisma.sql`${position.int()}::bigint`, Prisma.sql`${position.int()}::int`];
  position.end();
  return Prisma.join([...texts.map((text) => Prisma.sql`${text}`), ...ints]);
}
