import type { MetadataStatements } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Statement } from "./database.ts";
import { kindConditions, rowConditions } from "./resource-filter-sql.ts";

type Query = Parameters<MetadataStatements["countResources"]>[0];

/** How many objects match. Kind, namespace and health are counted as they are written; the rest needs the rows. */
export async function countResources(sql: Statement, { scope, filter }: Query): Promise<number> {
  const kind = kindConditions(scope, filter);
  const rows = rowConditions(filter);
  const counted =
    rows.length === 0
      ? await sql.$queryRaw<{ total: number }[]>`
          SELECT coalesce(sum(objects), 0)::float8 AS total FROM resource_counts WHERE ${Prisma.join(kind, " AND ")}`
      : await sql.$queryRaw<{ total: number }[]>`
          SELECT count(*)::float8 AS total FROM resources WHERE ${Prisma.join([...kind, ...rows], " AND ")}`;
  return counted[0]?.total ?? 0;
}
