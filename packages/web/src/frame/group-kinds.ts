import type { KindCount } from "@kubin/schema";
import { type Section, sectionOf } from "./section-of.ts";

export interface KindGroups {
  /** Shown on their own, where captured. */
  nodes: KindCount | undefined;
  namespaces: KindCount | undefined;
  sections: ReadonlyMap<Section, readonly KindCount[]>;
}

/** Sorts the kinds into the navigation. Events have a page of their own and no entry here. */
export function groupKinds(kinds: readonly KindCount[]): KindGroups {
  const sections = new Map<Section, KindCount[]>();
  let nodes: KindCount | undefined;
  let namespaces: KindCount | undefined;
  for (const kind of kinds) {
    if (kind.plural === "events" && (kind.group === "" || kind.group === "events.k8s.io")) continue;
    if (kind.group === "" && kind.plural === "nodes") nodes = kind;
    else if (kind.group === "" && kind.plural === "namespaces") namespaces = kind;
    else {
      const { section } = sectionOf(kind);
      const list = sections.get(section) ?? [];
      list.push(kind);
      sections.set(section, list);
    }
  }
  for (const list of sections.values()) list.sort(byPlace);
  return { nodes, namespaces, sections };
}

function byPlace(a: KindCount, b: KindCount): number {
  return sectionOf(a).order - sectionOf(b).order || a.group.localeCompare(b.group) || a.kind.localeCompare(b.kind);
}
