import type { LinesAround, LogView } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { findStream } from "./view-log.ts";

/** A line with its neighbours in the same stream, by exact number. */
export async function linesAround(opts: { ctx: Ctx; input: LinesAround }): Promise<LogView> {
  const { ctx, input } = opts;
  const { scope } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { stream, line, before, after } = input;
  const { lines: total } = await findStream({ ctx, scope, stream });
  const from = Math.max(0, line - before);
  const to = Math.min(total, line + after + 1);
  if (from >= to) return { lines: [], total };
  return {
    lines: await ctx.ports.logs.lines({ scope, stream, from, to, signal: ctx.signal, requestId: ctx.requestId }),
    total,
  };
}
