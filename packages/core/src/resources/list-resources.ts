import type { ListResources, ResourcePage } from "@kubin/schema";
import { z } from "zod";
import { cached } from "../cached.ts";
import type { Ctx } from "../ctx.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { columnsFor, type KindColumns } from "./columns-for.ts";
import { presentResource } from "./present-resource.ts";
import { resourceFilter } from "./resource-filter.ts";

const Position = z.array(z.union([z.string(), z.number()]));

/** One page of objects with the columns of their kind; without a kind the cells stay empty. */
export async function listResources(opts: { ctx: Ctx; input: ListResources }): Promise<ResourcePage> {
  const { ctx, input } = opts;
  const read = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { scope } = read;
  const { metadata } = ctx.ports;
  const filter = resourceFilter(input.filter);
  const asked = { scope, question: [input.filter, input.order] };
  const after = decodeCursor(asked, input.cursor, (position) => Position.parse(position));
  const { group, plural } = input.filter;
  const kind: KindColumns =
    group !== undefined && plural !== undefined
      ? await columnsFor({ ctx, scope, kind: { group, plural } })
      : { columns: [] };
  const [found, total] = await Promise.all([
    metadata.listResources({
      scope,
      filter,
      order: input.order,
      limit: input.limit,
      after,
      withObject: !!kind.cellsOf,
    }),
    cached({ ctx, read, name: "count-resources", question: input.filter }, () =>
      metadata.countResources({ scope, filter }),
    ),
  ]);
  const items = found.map((one) => {
    const row = presentResource(one);
    if (kind.columns.length === 0) return { ...row, cells: [] };
    return kind.cellsOf ? { ...row, cells: kind.cellsOf(one.object) } : row;
  });
  const last = found.at(-1);
  const more = last && found.length === input.limit ? { nextCursor: encodeCursor(asked, last.position) } : {};
  return { columns: kind.columns, items, total, ...more };
}
