import { isObject } from "@kubin/kubernetes";
import type { ResourceType } from "./resource-type.ts";

/** A group version that is registered and does not answer. */
interface DeadGroup {
  groupVersion: string;
  detail: string;
}

export interface Discovered {
  types: ResourceType[];
  dead: DeadGroup[];
  /** The documents themselves, by their path in the capture. */
  documents: Map<string, Uint8Array>;
}

interface AddType {
  resource: unknown;
  found: Discovered;
  /** Types that a preferred version serves already. */
  seen: Set<string>;
}

/** Keeps what can be listed, once. */
export function addType(type: ResourceType, { resource, found, seen }: AddType): void {
  const key = `${type.group}/${type.plural}`;
  const isListable = itemsOf(resource, "verbs").includes("list");
  if (!isListable || seen.has(key) || type.plural === "" || type.kind === "" || type.plural.includes("/")) return;
  seen.add(key);
  found.types.push(type);
}

export function itemsOf(value: unknown, key: string): unknown[] {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}
