import type { CoverageGap } from "@kubin/schema";
import type { PartRecordRow } from "../ports/metadata.ts";

type Kind = CoverageGap["kind"];

/** Gaps found while a part is read, counted by what they say: a million wrong records are one line. */
export interface PartGaps {
  add(gap: { kind: Kind; what: string; detail: string }): void;
  list(): CoverageGap[];
}

const maxGaps = 1000;
const maxText = 500;

export function collectGaps(namespace: string): PartGaps {
  const found = new Map<string, CoverageGap>();
  return {
    add({ kind, what, detail }) {
      const key = `${kind} ${what} ${detail}`;
      const known = found.get(key);
      if (known !== undefined) known.count += 1;
      else if (found.size < maxGaps) {
        found.set(key, { kind, what: what.slice(0, maxText), namespace, detail: detail.slice(0, maxText), count: 1 });
      }
    },
    list: () => [...found.values()],
  };
}

/** A part as its reader knows it: "resources of namespace shop". */
export function partName({ type, namespace, path }: PartRecordRow): string {
  if (path !== undefined) return path;
  return namespace === "" ? `${type} of the cluster` : `${type} of namespace ${namespace}`;
}
