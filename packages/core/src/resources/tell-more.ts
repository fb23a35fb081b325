import { objectKey, readyEndpoints } from "@kubin/kubernetes";
import type { RelatedObject } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { FoundResource } from "../ports/metadata.ts";

interface Related {
  ctx: Ctx;
  scope: Scope;
  found: FoundResource;
  related: RelatedObject[];
}

/** A service of a thousand pods has ten slices. */
const slicesAtMost = 100;

/** What a description tells of related objects beyond a list: what pods ask of their node, where ports of a service lead. */
export async function tellMore(opts: Related): Promise<RelatedObject[]> {
  if (opts.found.group !== "") return opts.related;
  if (opts.found.kind === "Node") return withAmounts(opts);
  return opts.found.kind === "Service" ? withEndpoints(opts) : opts.related;
}

async function withAmounts({ ctx, scope, found, related }: Related): Promise<RelatedObject[]> {
  const asking = await ctx.ports.metadata.podAmounts(scope, found.name);
  const byPod = new Map(asking.map(({ namespace, name, ...amounts }) => [`${namespace}/${name}`, amounts]));
  return related.map((one) => {
    const amounts = one.kind === "Pod" ? byPod.get(`${one.namespace}/${one.name}`) : undefined;
    return amounts ? { ...one, amounts } : one;
  });
}

async function withEndpoints({ ctx, scope, related }: Related): Promise<RelatedObject[]> {
  const keys = related.filter(tellsEndpoints).slice(0, slicesAtMost).map(objectKey);
  const objects = await ctx.ports.metadata.findByKey(scope, keys);
  const byKey = new Map(objects.map((one) => [objectKey(one), readyEndpoints(one.object)]));
  return related.map((one) => {
    const endpoints = tellsEndpoints(one) ? byKey.get(objectKey(one)) : undefined;
    return endpoints ? { ...one, endpoints } : one;
  });
}

function tellsEndpoints({ kind, relation, captured }: RelatedObject): boolean {
  return captured && relation === "used-by" && (kind === "EndpointSlice" || kind === "Endpoints");
}
