import type { LogFields, LogQuery } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { parseLogQuery } from "./parse-log-query.ts";

/** More names than a person reads. */
const limit = 500;

/** Names of the attributes that the lines of a search have. */
export async function listLogFields(opts: { ctx: Ctx; input: LogQuery }): Promise<LogFields> {
  const { ctx, input } = opts;
  const { scope, snapshot } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const query = await parseLogQuery({ ctx, scope, snapshot, text: input.query });
  return ctx.ports.logs.fields({ scope, query, limit, signal: ctx.signal, requestId: ctx.requestId });
}
