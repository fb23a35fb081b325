import { type LogHits, LogStreamRef, type SearchLogs } from "@kubin/schema";
import { z } from "zod";
import type { Ctx } from "../ctx.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { parseLogQuery } from "./parse-log-query.ts";

const Position = z.object({ at: z.string().optional(), stream: LogStreamRef, line: z.int() });

/** One page of lines that match, newest or oldest first, or in file order. */
export async function searchLogs(opts: { ctx: Ctx; input: SearchLogs }): Promise<LogHits> {
  const { ctx, input } = opts;
  const { scope, snapshot } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const query = await parseLogQuery(input.query, snapshot);
  const { order, limit } = input;
  const asked = { scope, question: [input.query, order] };
  const position = decodeCursor(asked, input.cursor, (value) => Position.parse(value));
  const after = position && { ...position, at: position.at };
  const { lines, tookMs, incomplete } = await ctx.ports.logs.search({
    scope,
    query,
    order,
    limit,
    after,
    signal: ctx.signal,
    requestId: ctx.requestId,
  });
  const last = lines.at(-1);
  const more = last !== undefined && lines.length === limit;
  return {
    lines,
    tookMs,
    ...(more && {
      nextCursor: encodeCursor(asked, { at: last.at, stream: LogStreamRef.parse(last), line: last.line }),
    }),
    ...(incomplete !== undefined && { incomplete }),
  };
}
