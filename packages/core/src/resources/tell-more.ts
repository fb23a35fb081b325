import { objectKey, readyEndpoints, restartTimes } from "@kubin/kubernetes";
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

/** The worst of a workload tell enough. */
const troubledPodsAtMost = 100;

/**
 * What a description tells of related objects beyond a list: what pods ask of their node, where ports of a service lead,
 * when pods of a workload last restarted.
 */
export async function tellMore(opts: Related): Promise<RelatedObject[]> {
  const { group, kind } = opts.found;
  if (runsPods.has(kind)) return withRestarts(opts);
  if (group !== "") return opts.related;
  if (kind === "Node") return withAmounts(opts);
  return kind === "Service" ? withEndpoints(opts) : opts.related;
}

const runsPods = new Set([
  "DaemonSet",
  "Deployment",
  "DeploymentConfig",
  "Job",
  "ReplicaSet",
  "ReplicationController",
  "StatefulSet",
]);

async function withRestarts({ ctx, scope, related }: Related): Promise<RelatedObject[]> {
  const keys = related.filter(isTroubledPod).slice(0, troubledPodsAtMost).map(objectKey);
  if (keys.length === 0) return related;
  const pods = await ctx.ports.metadata.findByKey(scope, [...new Set(keys)]);
  const byKey = new Map(pods.map((pod) => [objectKey(pod), restartTimes(pod.object)[0]]));
  return related.map((one) => {
    const last = isTroubledPod(one) ? byKey.get(objectKey(one)) : undefined;
    return last ? { ...one, lastRestartAt: last.toISOString() } : one;
  });
}

function isTroubledPod({ group, kind, health, captured }: RelatedObject): boolean {
  return group === "" && kind === "Pod" && captured && (health === "failing" || health === "warning");
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
