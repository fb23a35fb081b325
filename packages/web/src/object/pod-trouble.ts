import type { Health, RelatedObject } from "@kubin/schema";
import { cellText } from "./cell-of.ts";

/** What some pods of a workload suffer from, all of them alike. */
export interface PodTrouble {
  health: Health;
  /** Of the pod that restarted most. */
  reason: string;
  pods: number;
  /** Of all of them. */
  restarts: number;
  lastRestartAt: string | undefined;
}

/** What ails the pods of a workload: what fails first, then what restarts most. Numbers alone make no other trouble. */
export function podTrouble(pods: readonly RelatedObject[]): PodTrouble[] {
  const alike = new Map<string, RelatedObject[]>();
  for (const pod of pods) {
    if (pod.health !== "failing" && pod.health !== "warning") continue;
    const key = `${pod.health} ${pod.reason.replace(/\d+ restarts?|\d+/g, "")}`;
    alike.set(key, [...(alike.get(key) ?? []), pod]);
  }
  return [...alike.values()]
    .map(summed)
    .sort((a, b) => rank(a) - rank(b) || b.restarts - a.restarts || b.pods - a.pods);
}

function summed(pods: readonly RelatedObject[]): PodTrouble {
  const [worst] = [...pods].sort((a, b) => restartsOf(b) - restartsOf(a));
  return {
    health: worst?.health ?? "unknown",
    reason: worst?.reason ?? "",
    pods: pods.length,
    restarts: pods.reduce((sum, pod) => sum + restartsOf(pod), 0),
    lastRestartAt: pods
      .flatMap((pod) => pod.lastRestartAt ?? [])
      .sort()
      .at(-1),
  };
}

function restartsOf(pod: RelatedObject): number {
  return Number.parseInt(cellText(pod, "Restarts"), 10) || 0;
}

function rank({ health }: PodTrouble): number {
  return health === "failing" ? 0 : 1;
}
