import { findText } from "@kubin/kubernetes";
import type { FindObjects, FoundObject, FoundObjects } from "@kubin/schema";
import { z } from "zod";
import type { Ctx } from "../ctx.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import type { FindQuery, FoundResource } from "../ports/metadata.ts";
import { presentResource } from "./present-resource.ts";

const Position = z.array(z.union([z.string(), z.number()]));

/** Objects a statement of a walk looks at: a store with one session keeps others waiting no longer than that. */
const walkedAtOnce = 250;
const walkedAtMost = 2_000;
const walkAtMostMs = 150;

/** Objects of any kind that hold a text, and where. */
export async function findObjects(opts: { ctx: Ctx; input: FindObjects }): Promise<FoundObjects> {
  const { ctx, input } = opts;
  const { scope } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { within, namespaces, limit } = input;
  // Search texts hold one field a line: a line break typed can only mean a blank.
  const text = input.text.replace(/[\r\n]+/g, " ");
  const asked = { scope, question: [text, within, namespaces] };
  const after = decodeCursor(asked, input.cursor, (position) => Position.parse(position));
  const query = { scope, text, namespaces, limit, after };
  const { found, searched, position } = within === "names" ? await findNames(ctx, query) : await walk(ctx, query);
  const items = found.flatMap((one) => present(one, { text, within }));
  return { items, searched, ...(position && { nextCursor: encodeCursor(asked, position) }) };
}

interface Found {
  found: FoundResource[];
  searched: number;
  position: (string | number)[] | undefined;
}

async function findNames(ctx: Ctx, query: FindQuery): Promise<Found> {
  const { found, searched } = await ctx.ports.metadata.findByName(query);
  return { found, searched, position: found.length === query.limit ? found.at(-1)?.position : undefined };
}

/** Ends when the page is full, at the last object, or when it took long enough for one answer. */
async function walk(ctx: Ctx, query: FindQuery): Promise<Found> {
  const until = ctx.clock.now().getTime() + walkAtMostMs;
  const found: FoundResource[] = [];
  let searched = 0;
  let position = query.after;
  do {
    ctx.signal.throwIfAborted();
    const page = { ...query, after: position, limit: query.limit - found.length, walk: walkedAtOnce };
    const walked = await ctx.ports.metadata.walkObjects(page);
    found.push(...walked.found);
    searched += walked.walked;
    position = walked.position;
  } while (position && found.length < query.limit && searched < walkedAtMost && ctx.clock.now().getTime() < until);
  return { found, searched, position };
}

/** The store may find more than a reader would: text over the end of a line, or of a key and its value. */
function present(found: FoundResource, asked: Pick<FindObjects, "text" | "within">): FoundObject[] {
  const place = findText({ object: found.object, ...asked });
  const { cells: _cells, labels: _labels, ...row } = presentResource(found);
  return place ? [{ ...row, ...place }] : [];
}
