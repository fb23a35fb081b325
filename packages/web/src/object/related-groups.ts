import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { troubleFirst } from "./trouble-first.ts";
import { volumeNames } from "./volume-names.ts";

export type RelatedGroupKey = RelatedObject["relation"] | "mounts";

export interface RelatedGroup {
  key: RelatedGroupKey;
  objects: RelatedObject[];
}

const order: readonly RelatedGroupKey[] = [
  "owner",
  "node",
  "binds",
  "child",
  "selects",
  "selected-by",
  "mounts",
  "uses",
  "used-by",
];

/** Related objects by how they stand to this one: what is mounted apart from what is only named, trouble first. */
export function relatedGroups({ object, related }: ResourceDetail): RelatedGroup[] {
  const mounted = volumeNames(object);
  const children = new Set(
    related.filter((one) => one.relation === "child").map(({ kind, name }) => `${kind} ${name}`),
  );
  const groups = new Map<RelatedGroupKey, RelatedObject[]>();
  for (const one of related) {
    // What it owns it also selects; once is enough.
    if (one.relation === "selects" && children.has(`${one.kind} ${one.name}`)) continue;
    const key = one.relation === "uses" && mounted.has(`${one.kind} ${one.name}`) ? "mounts" : one.relation;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return order.flatMap((key) => {
    const objects = groups.get(key);
    return objects ? [{ key, objects: troubleFirst(objects) }] : [];
  });
}
