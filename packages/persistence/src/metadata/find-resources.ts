import type { FoundResource, MetadataStatements, Scope } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";
import { findPods } from "./find-pods.ts";
import { healths, type ResourceRow, resourceColumns, toFoundResource } from "./resource-row.ts";
import { withinScope } from "./scope-sql.ts";
import { storableText } from "./storable.ts";

type Finds = Pick<
  MetadataStatements,
  "findResource" | "findByUid" | "findByKey" | "findOwned" | "findPods" | "findUsers" | "unwell"
>;

/** Most users of one object that are read: a page of relations shows no more. */
const maxRelated = 2_000;
/** Kinds whose failure explains that of others come first; then what runs on them. */
const worstFirst =
  "{nodes,clusterversions,clusteroperators,persistentvolumes,deployments,statefulsets,daemonsets,pods,jobs}";

/** Objects by what names or relates them. */
export function findStatements({ sql }: Database): Finds {
  async function find(opts: { scope: Scope; where: Prisma.Sql; withObject: boolean }): Promise<FoundResource[]> {
    const rows = await sql.$queryRaw<ResourceRow[]>`
      SELECT ${resourceColumns(opts)} FROM resources WHERE ${withinScope(opts.scope)} AND ${opts.where}`;
    return rows.map((row) => toFoundResource(row));
  }

  return {
    async findResource(scope, ref) {
      const [group, plural, namespace, name] = [ref.group, ref.plural, ref.namespace, ref.name].map(storableText);
      const where = Prisma.sql`"group" = ${group} AND plural = ${plural} AND namespace = ${namespace} AND name = ${name}
        ORDER BY part_id, index LIMIT 1`;
      return (await find({ scope, where, withObject: true }))[0];
    },

    async findByUid(scope, uids) {
      if (uids.length === 0) return [];
      const where = Prisma.sql`uid = ANY(${uids.map(storableText)}::text[])`;
      return find({ scope, where, withObject: true });
    },

    async findByKey(scope, keys) {
      const refs = keys.map((key) => storableText(key).split("/")).filter((parts) => parts.length === 4);
      if (refs.length === 0) return [];
      const column = (at: number) => Prisma.sql`${refs.map((parts) => parts[at] ?? "")}::text[]`;
      const where = Prisma.sql`(namespace, name, "group", kind) IN
        (SELECT * FROM unnest(${column(2)}, ${column(3)}, ${column(0)}, ${column(1)}))`;
      return find({ scope, where, withObject: true });
    },

    async findOwned(scope, uid) {
      const where = Prisma.sql`owners @> ${[storableText(uid)]}::text[]
        ORDER BY namespace, name, "group", plural LIMIT ${maxRelated}`;
      return find({ scope, where, withObject: false });
    },

    findPods: (scope, wanted, limit) => findPods(sql, { scope, wanted, limit }),

    async findUsers(scope, key) {
      const where = Prisma.sql`uses @> ${[storableText(key)]}::text[]
        ORDER BY namespace, name, "group", plural LIMIT ${maxRelated}`;
      return find({ scope, where, withObject: false });
    },

    async unwell({ scope, health, limit }) {
      const rank = healths.indexOf(health);
      // health < 2 is said again for the planner: the partial index resources_unwell is made with it.
      const where = Prisma.sql`health = ${rank} AND health < 2 AND plural <> 'events'
        ORDER BY array_position(${worstFirst}::text[], plural::text) NULLS LAST, restarts DESC, namespace, name, "group", plural
        LIMIT ${limit}`;
      return find({ scope, where, withObject: false });
    },
  };
}
