import { Namespace } from "@kubin/schema";
import { detached } from "../bundle/detached.ts";
import { isObject, type JsonObject, objectAt, textAt } from "../bundle/json-object.ts";
import { groupOf, guessPlural } from "../bundle/kinds.ts";

export type ObjectType = "resources" | "events";

/** What one object is. */
export interface ObjectName {
  type: ObjectType;
  group: string;
  kind: string;
  /** "" where the object names none, or none that a cluster accepts. */
  namespace: string;
  name: string;
}

export function nameOf(object: JsonObject): ObjectName {
  const group = groupOf(textAt(object, "apiVersion"));
  const kind = textAt(object, "kind");
  const isEvent = kind === "Event" && (group === "" || group === "events.k8s.io");
  const given = textAt(object.metadata, "namespace");
  const namespace = Namespace.safeParse(given).success ? given : "";
  return { type: isEvent ? "events" : "resources", group, kind, namespace, name: textAt(object.metadata, "name") };
}

/** Two objects with the same key are two copies of one. */
export function keyOf({ group, kind, namespace, name }: ObjectName): string {
  return `${group}/${kind}/${namespace}/${name}`;
}

/** Numbers for values that come often: the value itself is kept once. Undefined for a new one when there are too many. */
export function numbered<T>(most: number): {
  number(key: string, make: () => T): number | undefined;
  value(number: number): T | undefined;
} {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    number(key, make) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      if (values.length >= most) return undefined;
      numbers.set(detached(key), values.length);
      values.push(make());
      return values.length - 1;
    },
    value: (number) => values[number],
  };
}

/** Plurals of kinds as the CRDs of the bundle tell them. */
export interface Plurals {
  learn(object: JsonObject): void;
  of(type: { group: string; kind: string }): string;
}

/** PartRecord takes so many characters. */
const maxPlural = 253;
const maxLearned = 20_000;

export function plurals(): Plurals {
  const known = new Map<string, string>();
  return {
    learn(object) {
      if (object.kind !== "CustomResourceDefinition" || !isObject(object.spec)) return;
      const names = objectAt(object.spec, "names");
      const plural = textAt(names, "plural");
      const key = `${textAt(object.spec, "group")}/${textAt(names, "kind")}`;
      if (plural === "" || plural.length > maxPlural || key.length > 2 * maxPlural || known.size >= maxLearned) return;
      known.set(detached(key), detached(plural));
    },
    of: ({ group, kind }) => (known.get(`${group}/${kind}`) ?? guessPlural(group, kind)).slice(0, maxPlural),
  };
}
