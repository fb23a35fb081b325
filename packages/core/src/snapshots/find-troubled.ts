import { complaintOf } from "@kubin/kubernetes";
import type { TroubledItem } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { FoundResource } from "../ports/metadata.ts";
import { presentResource } from "../resources/present-resource.ts";
import { findRoots } from "./find-roots.ts";
import { tellTimes } from "./tell-times.ts";
import { tellingLog } from "./telling-log.ts";
import type { TroubledGroup } from "./troubled-group.ts";

const maxRead = 2_000;
const maxItems = 100;
/** The log and the times are looked for only where the eye goes first. */
const maxWithMore = 30;

/** Objects in trouble, one item a workload: pods and replica sets are told under the topmost captured owner. */
export async function findTroubled(opts: {
  ctx: Ctx;
  scope: Scope;
  health: "failing" | "warning";
}): Promise<{ items: TroubledItem[]; total: number }> {
  const { ctx, scope, health } = opts;
  const unwell = await ctx.ports.metadata.unwell({ scope, health, limit: maxRead });
  const roots = await findRoots({ ctx, scope, unwell });
  const members = new Map<string, FoundResource[]>();
  for (const one of unwell) {
    const root = roots.get(one) ?? one;
    const key = root.uid ?? `${root.group}/${root.kind}/${root.namespace}/${root.name}`;
    members.set(key, [...(members.get(key) ?? []), one]);
  }
  const groups = [...members.values()].map((of) => toGroup(of, roots)).sort(worstFirst);
  const [first, rest] = [groups.slice(0, maxWithMore), groups.slice(maxWithMore, maxItems)];
  const [timed, logs] = await Promise.all([
    tellTimes({ ctx, scope, groups: first }),
    scope.logs ? Promise.all(first.map((one) => tellingLog({ ctx, scope, pod: one.pods[0] }))) : [],
  ]);
  const items = timed.map((item, at) => {
    const log = logs[at];
    return log ? { ...item, log } : item;
  });
  return { items: [...items, ...rest.map(({ item }) => item)], total: groups.length };
}

function toGroup(members: FoundResource[], roots: Map<FoundResource, FoundResource>): TroubledGroup {
  const pods = members.filter((one) => one.kind === "Pod").sort((a, b) => b.restarts - a.restarts);
  const first = pods[0] ?? members[0];
  if (!first) throw new Error("a group of objects is never empty");
  const root = roots.get(first) ?? first;
  const { cells: _cells, labels: _labels, ...row } = presentResource(root);
  // What the controller says about its pods stands in the reason of a row without pods; beside theirs it is news.
  const complaint = pods.length > 0 && root !== first ? complaintOf(root.object) : "";
  const reason = [first.reason || row.reason, complaint].filter((part) => part !== "").join("; ");
  const restarts = pods.reduce((sum, pod) => sum + pod.restarts, 0);
  return { item: { ...row, health: first.health, reason, count: pods.length || 1, restarts }, root, pods };
}

/** Nodes and what runs on them before the rest, then the most restarts, then by name. */
function worstFirst(a: TroubledGroup, b: TroubledGroup): number {
  return rank(a) - rank(b) || b.item.restarts - a.item.restarts || (a.item.name < b.item.name ? -1 : 1);
}

function rank({ item, pods }: TroubledGroup): number {
  if (item.kind === "Node") return 0;
  return pods.length > 0 || item.group === "apps" || item.group === "batch" ? 1 : 2;
}
