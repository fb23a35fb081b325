import type { EventPage, ListEvents } from "@kubin/schema";
import { z } from "zod";
import type { Ctx } from "../ctx.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { authoriseRead } from "../policy/authorise-read.ts";

const Position = z.array(z.union([z.string(), z.number()]));

/** Kubernetes events, the last seen first. */
export async function listEvents(opts: { ctx: Ctx; input: ListEvents }): Promise<EventPage> {
  const { ctx, input } = opts;
  const { scope } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { namespaces, type, text, about, from, to, limit } = input;
  const filter = { scope, namespaces, type, text, about, from: toDate(from), to: toDate(to) };
  const asked = { scope, question: [namespaces, type, text, about, from, to] };
  const after = decodeCursor(asked, input.cursor, (position) => Position.parse(position));
  const [found, total] = await Promise.all([
    ctx.ports.metadata.listEvents({ ...filter, limit, after }),
    ctx.ports.metadata.countEvents(filter),
  ]);
  const items = found.map(({ position: _, ...event }) => event);
  const last = found.at(-1);
  return last && found.length === limit
    ? { items, total, nextCursor: encodeCursor(asked, last.position) }
    : { items, total };
}

function toDate(time: string | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}
