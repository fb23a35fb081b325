import type { Scope } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import { storableText } from "./storable.ts";

/**
 * The condition that keeps a read inside its scope, on a table with `snapshot_id`, `generation` and `namespace`;
 * `asked` narrows it to these namespaces. A scope of namespaces never holds what is cluster-scoped.
 */
export function withinScope(scope: Scope, asked?: readonly string[]): Prisma.Sql {
  const namespaces = visibleNamespaces(scope, asked);
  const snapshot = Prisma.sql`snapshot_id = ${scope.snapshotId}::uuid AND generation = ${scope.generation}`;
  if (namespaces === "all") return snapshot;
  const [first, ...others] = namespaces;
  if (first === undefined) return Prisma.sql`${snapshot} AND false`;
  if (others.length === 0) return Prisma.sql`${snapshot} AND namespace = ${first}`;
  return Prisma.sql`${snapshot} AND namespace = ANY(${namespaces}::text[])`;
}

/** Namespaces that the scope allows, of those asked for (all, without or with an empty list). */
function visibleNamespaces(scope: Scope, asked: readonly string[] | undefined): "all" | string[] {
  const wanted = asked && asked.length > 0 ? asked.map(storableText) : undefined;
  if (scope.namespaces === "all") return wanted ?? "all";
  const allowed = new Set(scope.namespaces);
  allowed.delete("");
  return wanted ? wanted.filter((namespace) => allowed.has(namespace)) : [...allowed];
}
