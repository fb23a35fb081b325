import type { LogStreamRef, TroubledItem } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { FoundResource } from "../ports/metadata.ts";
import { presentResource } from "../resources/present-resource.ts";

const maxRead = 2_000;
const maxItems = 100;
/** The log is looked for only where the eye goes first. */
const maxWithLog = 30;
/** Pod → ReplicaSet → Deployment, with one to spare for an operator above. */
const maxClimb = 3;

/** Objects in trouble, one item a workload: pods and replica sets are told under the topmost captured owner. */
export async function findTroubled(opts: {
  ctx: Ctx;
  scope: Scope;
  health: "failing" | "warning";
}): Promise<{ items: TroubledItem[]; total: number }> {
  const { ctx, scope, health } = opts;
  const unwell = await ctx.ports.metadata.unwell({ scope, health, limit: maxRead });
  const roots = await findRoots({ ctx, scope, unwell });
  const groups = new Map<string, FoundResource[]>();
  for (const one of unwell) {
    const root = roots.get(one) ?? one;
    const key = root.uid ?? `${root.group}/${root.kind}/${root.namespace}/${root.name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const items = [...groups.values()].map((members) => toItem(members, roots)).sort(worstFirst);
  const shown = items.slice(0, maxItems);
  const logs = scope.logs
    ? await Promise.all(shown.slice(0, maxWithLog).map((one) => findLog(ctx, scope, one.pod)))
    : [];
  return {
    items: shown.map(({ item }, index) => {
      const log = logs[index];
      return log ? { ...item, log } : item;
    }),
    total: items.length,
  };
}

interface Group {
  item: TroubledItem;
  pod: FoundResource | undefined;
}

function toItem(members: FoundResource[], roots: Map<FoundResource, FoundResource>): Group {
  const pods = members.filter((one) => one.kind === "Pod").sort((a, b) => b.restarts - a.restarts);
  const first = pods[0] ?? members[0];
  if (!first) throw new Error("a group of objects is never empty");
  const { cells: _cells, labels: _labels, ...row } = presentResource(roots.get(first) ?? first);
  const restarts = pods.reduce((sum, pod) => sum + pod.restarts, 0);
  const item = {
    ...row,
    health: first.health,
    reason: first.reason || row.reason,
    count: pods.length || 1,
    restarts,
  };
  return { item, pod: pods[0] };
}

/** Nodes and what runs on them before the rest, then the most restarts, then by name. */
function worstFirst(a: Group, b: Group): number {
  return rank(a) - rank(b) || b.item.restarts - a.item.restarts || (a.item.name < b.item.name ? -1 : 1);
}

function rank({ item, pod }: Group): number {
  if (item.kind === "Node") return 0;
  return pod || item.group === "apps" || item.group === "batch" ? 1 : 2;
}

/** The topmost captured controller of each object; a static pod's node is no controller of it. */
async function findRoots(opts: { ctx: Ctx; scope: Scope; unwell: FoundResource[] }) {
  const { ctx, scope, unwell } = opts;
  const known = new Map<string, FoundResource>();
  let wanted = new Set(unwell.flatMap((one) => one.owners));
  for (let step = 0; step < maxClimb && wanted.size > 0; step++) {
    const found = await ctx.ports.metadata.findByUid(scope, [...wanted]);
    for (const owner of found) if (owner.uid !== undefined && owner.kind !== "Node") known.set(owner.uid, owner);
    wanted = new Set(found.flatMap((one) => one.owners).filter((uid) => !known.has(uid)));
  }
  return new Map(unwell.map((one) => [one, climb(one, known)]));
}

function climb(from: FoundResource, known: Map<string, FoundResource>): FoundResource {
  let at = from;
  for (let step = 0; step < maxClimb; step++) {
    const owner = at.owners.map((uid) => known.get(uid)).find((one) => one !== undefined);
    if (!owner) return at;
    at = owner;
  }
  return at;
}

/** The stream that most likely tells why: a previous run with lines before the current one. */
async function findLog(ctx: Ctx, scope: Scope, pod: FoundResource | undefined): Promise<LogStreamRef | undefined> {
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
