import type { LogStreamRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { FoundResource } from "../ports/metadata.ts";

/** The stream of a pod that most likely tells why: a previous run with lines before the current one. */
export async function tellingLog(opts: {
  ctx: Ctx;
  scope: Scope;
  pod: FoundResource | undefined;
}): Promise<LogStreamRef | undefined> {
  const { ctx, scope, pod } = opts;
  if (!pod) return undefined;
  const { namespace, name } = pod;
  const streams = await ctx.ports.metadata.listLogStreams({ scope, namespaces: [namespace], pod: name, limit: 50 });
  const written = streams.filter((stream) => stream.lines > 0);
  const best =
    written.find((stream) => stream.source === "previous") ??
    written.find((stream) => pod.reason.includes(stream.container)) ??
    written[0];
  return best && { namespace, pod: name, container: best.container, source: best.source };
}
