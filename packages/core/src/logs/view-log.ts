import { KubinError, type LogStream, type LogStreamRef, type LogView, type ViewLog } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import type { Scope } from "../policy/scope.ts";

/** Lines of one stream: from a number on, or the last ones up to a number (without both: the end of the stream). */
export async function viewLog(opts: { ctx: Ctx; input: ViewLog }): Promise<LogView> {
  const { ctx, input } = opts;
  const { scope } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const stream = await findStream({ ctx, scope, stream: input.stream });
  const end = Math.min(input.to ?? stream.lines, stream.lines);
  const from = input.from ?? Math.max(0, end - input.limit);
  const to = Math.min(from + input.limit, end);
  if (from >= to) return { lines: [], total: stream.lines };
  const lines = await ctx.ports.logs.lines({
    scope,
    stream: input.stream,
    from,
    to,
    signal: ctx.signal,
    requestId: ctx.requestId,
  });
  return { lines, total: stream.lines };
}

/** NOT_FOUND when the capture, or the reader's part of it, has no such stream. */
export async function findStream(opts: { ctx: Ctx; scope: Scope; stream: LogStreamRef }): Promise<LogStream> {
  const { ctx, scope, stream } = opts;
  const found = scope.logs ? await ctx.ports.metadata.findLogStream(scope, stream) : undefined;
  if (found) return found;
  const { namespace, pod, container, source } = stream;
  throw new KubinError("NOT_FOUND", `This snapshot holds no ${source} log of ${namespace}/${pod} (${container}).`);
}
