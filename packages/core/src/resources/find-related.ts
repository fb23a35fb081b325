import { columnsOf, matchesSelector, objectKey, parseObjectKey, selectorOf } from "@kubin/kubernetes";
import type { RelatedObject } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { FoundResource } from "../ports/metadata.ts";
import { presentResource } from "./present-resource.ts";

type Relation = RelatedObject["relation"];

/** Namespaces hold hundreds of services at most; a relation beyond this is not shown. */
const maxSelected = 500;

/** Everything the object stands in a relation to, within the reader's scope; what it names and nobody captured, too. */
export async function findRelated(opts: { ctx: Ctx; scope: Scope; found: FoundResource }): Promise<RelatedObject[]> {
  const { metadata } = opts.ctx.ports;
  const { scope, found } = opts;
  const [owners, children, used, users, selected, selecting] = await Promise.all([
    metadata.findByUid(scope, found.owners),
    found.uid === undefined ? [] : metadata.findOwned(scope, found.uid),
    metadata.findByKey(scope, found.uses),
    metadata.findUsers(scope, objectKey(found)),
    findSelected(opts),
    findSelecting(opts),
  ]);
  const capturedKeys = new Set(used.map((one) => objectKey(one)));
  return distinct([
    ...owners.map((one) => related(one, "owner")),
    ...children.map((one) => related(one, "child")),
    ...selected.map((one) => related(one, "selects")),
    ...selecting.map((one) => related(one, "selected-by")),
    ...used.map((one) => related(one, relationTo(one.kind, found.kind))),
    // An event is about the object and uses nothing; the object's events are told apart.
    ...users.filter((one) => one.kind !== "Event").map((one) => related(one, "used-by")),
    ...found.uses.filter((key) => !capturedKeys.has(key)).flatMap((key) => notCaptured(key, found.kind)),
  ]);
}

/** Pods that a service, workload, budget or policy selects. */
function findSelected({ ctx, scope, found }: { ctx: Ctx; scope: Scope; found: FoundResource }) {
  const selector = found.kind === "Pod" ? undefined : selectorOf(found.object);
  if (!selector || selector.length === 0) return [];
  const filter = { group: "", plural: "pods", namespaces: [found.namespace], selector };
  return ctx.ports.metadata.listResources({ scope, filter, order: "name", limit: maxSelected });
}

/** Services that select this pod. */
async function findSelecting({ ctx, scope, found }: { ctx: Ctx; scope: Scope; found: FoundResource }) {
  if (found.kind !== "Pod" || found.group !== "") return [];
  const filter = { group: "", plural: "services", namespaces: [found.namespace] };
  const query = { scope, filter, order: "name" as const, limit: maxSelected, withObject: true };
  const services = await ctx.ports.metadata.listResources(query);
  return services.filter((service) => {
    const selector = selectorOf(service.object);
    return selector && selector.length > 0 && matchesSelector(selector, found.labels);
  });
}

function relationTo(kind: string, from: string): Relation {
  if (kind === "Node") return "node";
  const pair = [kind, from].sort().join();
  return pair === "PersistentVolume,PersistentVolumeClaim" ? "binds" : "uses";
}

function related(found: FoundResource, relation: Relation): RelatedObject {
  const { labels: _labels, cells, ...row } = presentResource(found);
  // Of a kind that nobody knows there is but the age, which the row tells already.
  const isKnown = found.group === "" || columnsOf(found).length > 1;
  return { ...row, cells: isKnown ? cells : [], relation, captured: true };
}

function notCaptured(key: string, from: string): RelatedObject[] {
  const ref = parseObjectKey(key);
  if (!ref) return [];
  const { group, kind, namespace, name } = ref;
  const plural = `${kind.toLowerCase()}s`;
  const base = { group, version: "", kind, plural, namespace, name, health: "unknown" as const, reason: "", cells: [] };
  return [{ ...base, relation: relationTo(kind, from), captured: false }];
}

function distinct(all: RelatedObject[]): RelatedObject[] {
  const seen = new Map(all.map((one) => [`${one.relation} ${objectKey(one)}`, one]));
  return [...seen.values()];
}
