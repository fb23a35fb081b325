import type { PodRef, PodsWanted, Scope } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";
import { literally } from "./like-pattern.ts";
import { withinScope } from "./scope-sql.ts";
import { storableText } from "./storable.ts";

/** Owners lie few deep: CronJob, Job, Pod; an operator above a Deployment adds one or two. */
const maxDepth = 8;

interface Find {
  scope: Scope;
  wanted: PodsWanted;
  limit: number;
}

/** Pods below owners or on nodes. */
export function findPods(sql: Database["sql"], { scope, wanted, limit }: Find): Promise<PodRef[]> {
  const isPod = Prisma.sql`"group" = '' AND plural = 'pods'`;
  if ("node" in wanted) {
    return sql.$queryRaw<PodRef[]>`
      SELECT DISTINCT namespace, name FROM resources
      WHERE ${withinScope(scope)} AND ${isPod} AND node LIKE ${pattern(wanted.node)}
      ORDER BY namespace, name LIMIT ${limit}`;
  }
  return sql.$queryRaw<PodRef[]>`
    WITH RECURSIVE below (namespace, name, "group", plural, uid, depth) AS (
      SELECT namespace, name, "group", plural, uid, 0 FROM resources WHERE ${withinScope(scope)} AND ${rootOf(wanted.below)}
      UNION
      SELECT owned.namespace, owned.name, owned."group", owned.plural, owned.uid, below.depth + 1
      FROM below CROSS JOIN LATERAL (
        SELECT namespace, name, "group", plural, uid FROM resources
        WHERE ${withinScope(scope)} AND owners @> ARRAY[below.uid]
      ) AS owned
      WHERE below.uid IS NOT NULL AND below.depth < ${maxDepth}
    )
    SELECT DISTINCT namespace, name FROM below WHERE ${isPod} ORDER BY namespace, name LIMIT ${limit}`;
}

/** Nodes own the pods of their kubelet, and are no workload. */
function rootOf(root: Extract<PodsWanted, { below: unknown }>["below"]): Prisma.Sql {
  if ("uid" in root) return Prisma.sql`uid = ${storableText(root.uid)}`;
  const named = Prisma.sql`plural <> 'pods' AND namespace <> '' AND name LIKE ${pattern(root.name)}`;
  if (root.kind === undefined) return named;
  const kind = storableText(root.kind);
  return Prisma.sql`${named} AND (plural = ${kind} OR lower(kind) = ${kind})`;
}

function pattern(name: string): string {
  return name.split("*").map(literally).join("%");
}
