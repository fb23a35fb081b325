import { columnsOf, crdColumns, objectKey } from "@kubin/kubernetes";
import type { Cell, Column } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";

export interface KindColumns {
  columns: Column[];
  /** Set for custom resources: their cells come from the object, by the printer columns of the captured definition. */
  cellsOf?: (object: Record<string, unknown>) => Cell[];
}

/** The columns of one kind. A definition outside the reader's scope gives no columns of its own. */
export async function columnsFor(opts: {
  ctx: Ctx;
  scope: Scope;
  kind: { group: string; plural: string };
}): Promise<KindColumns> {
  const { ctx, scope } = opts;
  const kind = { group: opts.kind.group, plural: opts.kind.plural };
  const columns = columnsOf(kind);
  if (kind.group === "" || columns.length > 1) return { columns };
  const key = objectKey({
    group: "apiextensions.k8s.io",
    kind: "CustomResourceDefinition",
    namespace: "",
    name: `${kind.plural}.${kind.group}`,
  });
  const { metadata } = ctx.ports;
  const [[definition], [sample]] = await Promise.all([
    metadata.findByKey(scope, [key]),
    // A capture holds one version of a kind, whichever the tool asked for.
    metadata.listResources({ scope, filter: kind, order: "name", limit: 1 }),
  ]);
  return definition && sample ? crdColumns(definition.object, sample.version) : { columns };
}
