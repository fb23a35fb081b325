import type { FoundResource, ResourceQuery } from "@kubin/core";
import type { Cell, Health } from "@kubin/schema";
import { Prisma } from "../generated/client.ts";

/** As stored in `health`: the number is the place in this list, and the order of severity. */
export const healths = ["failing", "warning", "unknown", "ok"] as const satisfies readonly Health[];

/** A row of `resources` as raw SQL gives it; the JSON in it was written by `putResources` from a `ResourceRecord`. */
export interface ResourceRow {
  part_id: bigint;
  index: number;
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespace: string;
  name: string;
  uid: string | null;
  created_at: Date | null;
  labels: Record<string, string>;
  health: number;
  reason: string;
  cells: Cell[];
  restarts: number;
  owners: string[];
  uses: string[];
  search_text?: string;
  object?: Record<string, unknown>;
}

const listed = Prisma.sql`part_id, index, "group", version, kind, plural, namespace, name, uid, created_at, labels, health,
  reason, cells, restarts, owners, uses`;

/** Columns of `ResourceRow`. Lists show neither the object nor its search text, which are most of a row. */
export function resourceColumns(opts: { withObject: boolean }): Prisma.Sql {
  return opts.withObject ? Prisma.sql`${listed}, search_text, object` : listed;
}

/** Ranks of order "health": failing, warning, and the rest by name. */
export const restRank = 2;

export function toFoundResource(row: ResourceRow, order: ResourceQuery["order"] = "name"): FoundResource {
  const byName = [row.namespace, row.name, row.group, row.plural, Number(row.part_id), row.index];
  return {
    index: row.index,
    group: row.group,
    version: row.version,
    kind: row.kind,
    plural: row.plural,
    namespace: row.namespace,
    name: row.name,
    uid: row.uid ?? undefined,
    createdAt: row.created_at ?? undefined,
    labels: row.labels,
    health: healths[row.health] ?? "unknown",
    reason: row.reason,
    cells: row.cells,
    restarts: row.restarts,
    owners: row.owners,
    uses: row.uses,
    searchText: row.search_text ?? "",
    object: row.object ?? {},
    position: [...leading(row, order), ...byName],
  };
}

function leading(row: ResourceRow, order: ResourceQuery["order"]): (string | number)[] {
  switch (order) {
    case "name":
      return [];
    case "health":
      return [Math.min(row.health, restRank)];
    case "newest":
      return [row.created_at?.toISOString() ?? ""];
  }
}
