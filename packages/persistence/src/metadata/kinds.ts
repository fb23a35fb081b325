import type { MetadataStatements } from "@kubin/core";
import type { KindCount } from "@kubin/schema";
import type { Database } from "./database.ts";
import { namespacesWithin } from "./namespaces-sql.ts";
import { withinScope } from "./scope-sql.ts";

type Kinds = Pick<MetadataStatements, "kinds" | "namespaces">;

/** What the snapshot is made of, from the counts kept beside the objects. */
export function kindStatements({ sql }: Database): Kinds {
  return {
    kinds(scope) {
      return sql.$queryRaw<KindCount[]>`
        SELECT "group", (array_agg(version ORDER BY objects DESC, version))[1] AS version,
          (array_agg(kind ORDER BY objects DESC, kind))[1] AS kind, plural, bool_or(namespace <> '') AS namespaced,
          sum(objects)::float8 AS total, coalesce(sum(objects) FILTER (WHERE health = 0), 0)::float8 AS failing,
          coalesce(sum(objects) FILTER (WHERE health = 1), 0)::float8 AS warning
        FROM resource_counts WHERE ${withinScope(scope)}
        GROUP BY "group", plural ORDER BY "group", plural`;
    },

    async namespaces(scope) {
      const rows = await sql.$queryRaw<{ namespace: string }[]>`
        SELECT namespace FROM (${namespacesWithin(scope)}) AS known ORDER BY namespace`;
      return rows.map((row) => row.namespace);
    },
  };
}
