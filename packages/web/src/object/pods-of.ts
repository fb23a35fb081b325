import type { RelatedObject } from "@kubin/schema";
import { troubleFirst } from "./trouble-first.ts";

const relations = new Set<RelatedObject["relation"]>(["child", "selects"]);

/** The pods that an object owns or selects, each once, trouble first. */
export function podsOf(related: readonly RelatedObject[]): RelatedObject[] {
  const pods = new Map<string, RelatedObject>();
  for (const one of related) {
    if (one.kind === "Pod" && one.group === "" && one.captured && relations.has(one.relation)) pods.set(one.name, one);
  }
  return troubleFirst([...pods.values()]);
}
