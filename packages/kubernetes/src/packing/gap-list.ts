import { type CoverageGap, Namespace } from "@kubin/schema";
import { detached } from "../bundle/detached.ts";

export interface GapList {
  add(gap: NewGap): void;
  all(): CoverageGap[];
}

interface NewGap {
  kind: CoverageGap["kind"];
  what: string;
  detail: string;
  /** "" by default: the bundle as a whole. */
  namespace?: string;
  count?: number;
}

/** The manifest takes 20,000 gaps; the rest of the room is for sums. */
const maxSingle = 18_000;
const maxSums = 1900;
/** The manifest takes 2,000 characters; so much tells any path. */
const maxText = 1500;
/** JSON bytes of all of them: the server reads manifests up to 64 MiB, most of which is for members of logs. */
const maxBytes = 12 * 1024 * 1024;

/**
 * Collects what was not got, within the bounds of the manifest. Gaps of the same kind, thing and namespace are one with
 * a count; beyond the bounds, all of a kind and namespace are, then all of a kind.
 */
export function gapList(): GapList {
  const single = new Map<string, CoverageGap>();
  const sums = new Map<string, CoverageGap>();
  let bytes = 0;
  return {
    add(gap) {
      const namespace = Namespace.safeParse(gap.namespace ?? "").success ? (gap.namespace ?? "") : "";
      const count = gap.count ?? 1;
      const key = `${gap.kind} ${namespace} ${gap.what} ${gap.detail}`;
      const known = single.get(key);
      if (known) known.count += count;
      else if (single.size < maxSingle && bytes < maxBytes) {
        const what = detached(gap.what.slice(0, maxText)) || "the bundle";
        const told = {
          kind: gap.kind,
          what,
          namespace: detached(namespace),
          detail: gap.detail.slice(0, maxText),
          count,
        };
        bytes += new TextEncoder().encode(JSON.stringify(told)).length;
        single.set(detached(key), told);
      } else addSum(sums, { kind: gap.kind, namespace, count });
    },
    all: () => [...single.values(), ...sums.values()],
  };
}

function addSum(sums: Map<string, CoverageGap>, gap: { kind: CoverageGap["kind"]; namespace: string; count: number }) {
  const told = sums.has(`${gap.kind} ${gap.namespace}`) || sums.size < maxSums ? gap.namespace : "";
  const key = `${gap.kind} ${told}`;
  const known = sums.get(key);
  if (known) known.count += gap.count;
  else {
    const detail = "There are more of these than a manifest can list one by one.";
    sums.set(key, { kind: gap.kind, what: "further ones", namespace: told, detail, count: gap.count });
  }
}
