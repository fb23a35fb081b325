import type { SkippedRole } from "../bundle/layout.ts";
import type { GapList } from "./gap-list.ts";

/** Counts files that are left out, by group and namespace, and tells them at the end: nothing is dropped silently. */
export function skippedFiles(): { add(skipped: Omit<SkippedRole, "role">): void; tell(gaps: GapList): void } {
  const groups = new Map<string, Omit<SkippedRole, "role"> & { count: number }>();
  return {
    add({ kind, group, namespace, detail }) {
      const key = `${group}\n${namespace}\n${kind ?? ""}`;
      const known = groups.get(key);
      if (known) known.count++;
      else if (groups.size < 5000) {
        groups.set(key, { group, namespace, count: 1, ...(kind ? { kind } : {}), ...(detail ? { detail } : {}) });
      } else {
        const rest = groups.get("\n") ?? { group: "further files", namespace: "", count: 0 };
        groups.set("\n", { ...rest, count: rest.count + 1 });
      }
    },
    tell(gaps) {
      for (const { kind, group, namespace, count, detail } of groups.values()) {
        gaps.add({
          kind: kind ?? "skipped",
          what: group,
          namespace,
          detail: detail ?? "These files were left out.",
          count,
        });
      }
    },
  };
}
