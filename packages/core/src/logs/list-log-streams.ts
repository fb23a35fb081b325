import { type ListLogStreams, type LogStreamPage, LogStreamRef } from "@kubin/schema";
import { z } from "zod";
import type { Ctx } from "../ctx.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { authoriseRead } from "../policy/authorise-read.ts";

const Position = z.array(z.string());

/** Log streams by namespace, pod, container and source. A reader without logs sees none. */
export async function listLogStreams(opts: { ctx: Ctx; input: ListLogStreams }): Promise<LogStreamPage> {
  const { ctx, input } = opts;
  const { scope } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  if (!scope.logs) return { items: [], total: 0 };
  const { namespaces, pod, text, limit } = input;
  const filter = { scope, namespaces, pod, text };
  const asked = { scope, question: [namespaces, pod, text] };
  const after = decodeCursor(asked, input.cursor, (position) => Position.parse(position));
  const [items, total] = await Promise.all([
    ctx.ports.metadata.listLogStreams({ ...filter, limit, after }),
    ctx.ports.metadata.countLogStreams(filter),
  ]);
  const last = items.at(-1);
  if (!last || items.length < limit) return { items, total };
  const { namespace, pod: lastPod, container, source } = LogStreamRef.parse(last);
  return { items, total, nextCursor: encodeCursor(asked, [namespace, lastPod, container, source]) };
}
