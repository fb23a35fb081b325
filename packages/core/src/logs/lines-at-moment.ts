import { KubinError, type LinesAtMoment, type LogLine, type LogMoment, type LogStreamRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import type { Scope } from "../policy/scope.ts";
import type { PodRef } from "../ports/metadata.ts";
import { findPodsOfWorkload } from "./find-pods-of-workload.ts";
import { podsQuery } from "./pods-query.ts";

/** Lines of all logs of a pod or its workload around the moment of one line. BAD_INPUT for a line without a time. */
export async function linesAtMoment(opts: { ctx: Ctx; input: LinesAtMoment }): Promise<LogMoment> {
  const { ctx, input } = opts;
  const { scope } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const { stream, line, before, after, among } = input;
  const hit = await findLine({ ctx, scope, stream, line });
  const pod = { namespace: stream.namespace, name: stream.pod };
  const pods = among === "pod" ? [pod] : await findPodsOfWorkload({ ctx, scope, pod });
  const search = (limit: number, back: boolean) =>
    ctx.ports.logs.search({
      ...{ scope, query: timedLinesOf(pods), order: "oldest", limit, back },
      after: { at: hit.at, stream, line },
      signal: ctx.signal,
      requestId: ctx.requestId,
    });
  // One more than asked for tells whether there are more.
  const [earlier, later] = await Promise.all([search(before + 1, true), search(after + 1, false)]);
  return {
    lines: [...earlier.lines.slice(0, before).toReversed(), hit, ...later.lines.slice(0, after)],
    hasBefore: earlier.lines.length > before,
    hasAfter: later.lines.length > after,
  };
}

/** Those without a time are at no moment. */
function timedLinesOf(pods: readonly PodRef[]) {
  return { type: "and" as const, items: [podsQuery(pods), { type: "time" as const, op: ">=" as const, at: 0 }] };
}

interface Place {
  ctx: Ctx;
  scope: Scope;
  stream: LogStreamRef;
  line: number;
}

async function findLine({ ctx, scope, stream, line }: Place): Promise<LogLine & { at: string }> {
  const { signal, requestId } = ctx;
  const [found] = await ctx.ports.logs.lines({ scope, stream, from: line, to: line + 1, signal, requestId });
  const where = `line ${line + 1} of ${stream.namespace}/${stream.pod} (${stream.container})`;
  if (!found) throw new KubinError("NOT_FOUND", `This snapshot holds no ${where}.`);
  const { at } = found;
  if (at !== undefined) return { ...found, at };
  throw new KubinError("BAD_INPUT", `The ${where} has no time; only the lines of its own log can be shown around it.`);
}
