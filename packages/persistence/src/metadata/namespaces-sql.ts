import type { Scope } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import { withinScope } from "./scope-sql.ts";

/** The names of all namespaces in scope: those that hold something, and those captured as objects, which may be empty. */
export function namespacesWithin(scope: Scope): Prisma.Sql {
  const within = withinScope(scope);
  const withLogs = scope.logs ? Prisma.sql`OR streams > 0` : Prisma.empty;
  return Prisma.sql`
    SELECT namespace FROM resource_counts WHERE ${within} AND namespace <> ''
    UNION SELECT namespace FROM parts WHERE ${within} AND namespace <> '' AND (events > 0 ${withLogs})
    UNION SELECT name FROM resources WHERE ${within} AND "group" = '' AND plural = 'namespaces'`;
}
