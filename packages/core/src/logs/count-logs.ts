import type { LogCount, LogQuery } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { parseLogQuery } from "./parse-log-query.ts";

/** How many lines in how many streams match. */
export async function countLogs(opts: { ctx: Ctx; input: LogQuery }): Promise<LogCount> {
  const { ctx, input } = opts;
  const { scope, snapshot } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const query = await parseLogQuery({ ctx, scope, snapshot, text: input.query });
  return ctx.ports.logs.count({ scope, query, signal: ctx.signal, requestId: ctx.requestId });
}
