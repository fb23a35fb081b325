import type { LogHistogram, LogHistogramQuery } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import { parseLogQuery } from "./parse-log-query.ts";

/** Matching lines over time, by level. */
export async function histogramLogs(opts: { ctx: Ctx; input: LogHistogramQuery }): Promise<LogHistogram> {
  const { ctx, input } = opts;
  const { scope, snapshot } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const query = await parseLogQuery({ ctx, scope, snapshot, text: input.query });
  const { from, to, buckets } = input;
  return ctx.ports.logs.histogram({
    scope,
    query,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
    buckets,
    signal: ctx.signal,
    requestId: ctx.requestId,
  });
}
