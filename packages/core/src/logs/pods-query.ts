import type { PodsLeaf } from "@kubin/logs";
import type { PodRef } from "../ports/metadata.ts";

/** Lines of these pods. */
export function podsQuery(pods: readonly PodRef[]): PodsLeaf {
  const byNamespace = new Map<string, string[]>();
  for (const { namespace, name } of pods) {
    const names = byNamespace.get(namespace) ?? [];
    names.push(name);
    byNamespace.set(namespace, names);
  }
  return { type: "pods", pods: [...byNamespace].map(([namespace, names]) => ({ namespace, names })) };
}
