import type { GapList } from "./gap-list.ts";

const details: Readonly<Record<string, string>> = {
  "rotated pod logs": "Rotated logs as they lie on the node are not imported by this version.",
  "*.gz files": "Packed files of a bundle are not imported by this version.",
};

/** Counts files that are not imported, by group and namespace, and tells them at the end: nothing is dropped silently. */
export function skippedFiles(): { add(group: string, namespace: string): void; tell(gaps: GapList): void } {
  const groups = new Map<string, { group: string; namespace: string; count: number }>();
  return {
    add(group, namespace) {
      const key = `${group}\n${namespace}`;
      const known = groups.get(key);
      if (known) known.count++;
      else if (groups.size < 5000) groups.set(key, { group, namespace, count: 1 });
      else {
        const rest = groups.get("\n") ?? { group: "further files", namespace: "", count: 0 };
        groups.set("\n", { ...rest, count: rest.count + 1 });
      }
    },
    tell(gaps) {
      for (const { group, namespace, count } of groups.values()) {
        const detail = details[group] ?? "These files of the bundle are not imported by this version.";
        gaps.add({ kind: "skipped", what: group, namespace, detail, count });
      }
    },
  };
}
