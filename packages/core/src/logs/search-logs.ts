import { type LogHits, LogStreamRef, type SearchLogs } from "@kubin/schema";
import { z } from "zod";
import type { Ctx } from "../ctx.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { parseLogQuery } from "./parse-log-query.ts";

const Position = z.object({
  at: z.string().optional(),
  stream: LogStreamRef,
  line: z.int(),
  /** The page before it. */
  back: z.boolean(),
});

/** One page of lines that match, newest or oldest first, or in file order, and the ways to the pages around it. */
export async function searchLogs(opts: { ctx: Ctx; input: SearchLogs }): Promise<LogHits> {
  const { ctx, input } = opts;
  const { scope, snapshot } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const query = await parseLogQuery({ ctx, scope, snapshot, text: input.query });
  const { order, limit } = input;
  const asked = { scope, question: [input.query, order] };
  const position = decodeCursor(asked, input.cursor, (value) => Position.parse(value));
  const back = position?.back ?? false;
  const found = await ctx.ports.logs.search({
    ...{ scope, query, order, limit, back, fields: input.with === "fields" },
    after: position && { ...position, at: position.at },
    signal: ctx.signal,
    requestId: ctx.requestId,
  });
  const lines = back ? found.lines.toReversed() : found.lines;
  const isFull = lines.length === limit;
  const cursor = (line: LogHits["lines"][number] | undefined, side: "next" | "previous") =>
    line && {
      [`${side}Cursor`]: encodeCursor(asked, {
        ...{ at: line.at, stream: LogStreamRef.parse(line), line: line.line },
        back: side === "previous",
      }),
    };
  return {
    lines,
    tookMs: found.tookMs,
    // Where one comes from there are lines, whatever was found.
    ...((isFull || back) && cursor(lines.at(-1), "next")),
    ...((back ? isFull : position !== undefined) && cursor(lines[0], "previous")),
    ...(found.incomplete !== undefined && { incomplete: found.incomplete }),
  };
}
