import { KubinError, type ResourceDetail, type ResourceRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { columnsFor } from "./columns-for.ts";
import { findRelated } from "./find-related.ts";
import { presentResource } from "./present-resource.ts";
import { tellMore } from "./tell-more.ts";

const maxEvents = 200;

/** One object with its columns, relations and events. NOT_FOUND when the capture (or the reader's part of it) has none. */
export async function getResource(opts: { ctx: Ctx; input: ResourceRef }): Promise<ResourceDetail> {
  const { ctx, input } = opts;
  const { scope } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { metadata } = ctx.ports;
  const found = await metadata.findResource(scope, input);
  if (!found) {
    const where = input.namespace ? ` in namespace ${input.namespace}` : "";
    throw new KubinError("NOT_FOUND", `This snapshot holds no ${input.plural} named ${input.name}${where}.`);
  }
  const about = { kind: found.kind, namespace: found.namespace, name: found.name };
  const [{ columns, cellsOf }, related, events] = await Promise.all([
    columnsFor({ ctx, scope, kind: found }),
    findRelated({ ctx, scope, found }).then((all) => tellMore({ ctx, scope, found, related: all })),
    metadata.listEvents({ scope, about, limit: maxEvents }),
  ]);
  const row = presentResource(found);
  return {
    row: cellsOf ? { ...row, cells: cellsOf(found.object) } : row,
    columns,
    object: found.object,
    related,
    events: events.map(({ position: _, ...event }) => event),
  };
}
