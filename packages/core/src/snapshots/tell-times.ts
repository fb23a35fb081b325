import { objectKey, restartTimes, troubleSince } from "@kubin/kubernetes";
import type { EventRow, TroubledItem } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { EventSubject, FoundResource } from "../ports/metadata.ts";
import type { TroubledGroup } from "./troubled-group.ts";

/** Pods of one workload that are read; the most restarted come first. */
const maxPods = 10;
const maxEvents = 3_000;
const maxMoments = 60;

type Moment = NonNullable<TroubledItem["moments"]>[number];

/** The items of the groups with what their objects and the events tell: since when, the last restart, what happened. */
export async function tellTimes(opts: { ctx: Ctx; scope: Scope; groups: TroubledGroup[] }): Promise<TroubledItem[]> {
  const { ctx, scope, groups } = opts;
  const { metadata } = ctx.ports;
  const objects = groups.map(objectsOf);
  const [found, events] = await Promise.all([
    metadata.findByKey(scope, [...new Set(objects.flat().map(objectKey))]),
    metadata.listEvents({ scope, aboutAny: objects.flat().map(toSubject), limit: maxEvents }),
  ]);
  const claims = await metadata.findByKey(scope, [...new Set(found.flatMap(claimKeys))]);
  const known = new Map([...found, ...claims].map((one) => [objectKey(one), one]));
  const byObject = groupByObject(events);
  return groups.map((group, at) => {
    const members = (objects[at] ?? []).flatMap((one) => known.get(objectKey(one)) ?? []);
    const about = (objects[at] ?? []).flatMap((one) => byObject.get(subjectKey(one)) ?? []);
    return withTimes({
      group,
      members,
      about,
      claims: members.flatMap(claimKeys).flatMap((key) => known.get(key) ?? []),
    });
  });
}

function groupByObject(events: readonly EventRow[]): Map<string, EventRow[]> {
  const groups = new Map<string, EventRow[]>();
  for (const event of events) {
    const key = subjectKey(event.about);
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return groups;
}

function objectsOf({ root, pods }: TroubledGroup): FoundResource[] {
  return [...new Set([root, ...pods.slice(0, maxPods)])];
}

function withTimes(opts: {
  group: TroubledGroup;
  members: FoundResource[];
  about: EventRow[];
  claims: FoundResource[];
}): TroubledItem {
  const { group, members, about, claims } = opts;
  const { item, root } = group;
  const [roots, pods] = [members.filter((one) => isSame(one, root)), members.filter((one) => !isSame(one, root))];
  const since = earliest(roots) ?? earliest(pods);
  const restarts = members.flatMap((one) => (one.kind === "Pod" ? restartTimes(one.object) : []));
  const moments = [
    ...restarts.map((at): Moment => ({ at: at.toISOString(), what: "restart" })),
    ...about.flatMap(toMoment),
  ]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, maxMoments);
  const lastRestart = moments.find(({ what }) => what === "restart");
  return {
    ...item,
    reason: withClaims(item.reason, claims),
    ...(since && { since: since.toISOString() }),
    ...(lastRestart && { lastRestartAt: lastRestart.at }),
    ...(moments.length > 0 && { moments }),
  };
}

/** A pod that waits for a volume: what its claim says is the reason behind the reason. */
function withClaims(reason: string, claims: readonly FoundResource[]): string {
  const unbound = claims.find((claim) => claim.health === "failing" || claim.health === "warning");
  if (!unbound || !/PersistentVolumeClaim|unmounted volumes/i.test(reason)) return reason;
  return `${reason}; claim ${unbound.name}: ${unbound.reason.replace(/^Pending: /, "")}`;
}

function claimKeys({ kind, uses }: FoundResource): string[] {
  return kind === "Pod" ? uses.filter((key) => key.startsWith("/PersistentVolumeClaim/")) : [];
}

function earliest(objects: readonly FoundResource[]): Date | undefined {
  const times = objects.flatMap((one) => troubleSince(one.object) ?? []);
  return times.sort((a, b) => a.getTime() - b.getTime())[0];
}

function toMoment({ type, lastAt, firstAt }: EventRow): Moment[] {
  const at = lastAt ?? firstAt;
  return at === undefined ? [] : [{ at, what: type === "Warning" ? "warning" : "normal" }];
}

function isSame(a: FoundResource, b: FoundResource): boolean {
  return objectKey(a) === objectKey(b);
}

function toSubject({ kind, namespace, name }: FoundResource): EventSubject {
  return { kind, namespace, name };
}

function subjectKey({ kind, namespace, name }: EventSubject): string {
  return `${kind}/${namespace}/${name}`;
}
