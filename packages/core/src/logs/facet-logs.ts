import type { FacetLogs, LogFacets } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { parseLogQuery } from "./parse-log-query.ts";

/** The most frequent values of fields among the lines that match. */
export async function facetLogs(opts: { ctx: Ctx; input: FacetLogs }): Promise<LogFacets> {
  const { ctx, input } = opts;
  const { scope, snapshot } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const query = await parseLogQuery({ ctx, scope, snapshot, text: input.query });
  const { fields, limit } = input;
  return ctx.ports.logs.facets({ scope, query, fields, limit, signal: ctx.signal, requestId: ctx.requestId });
}
