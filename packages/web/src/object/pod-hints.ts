import type { Health, RelatedObject, ResourceDetail } from "@kubin/schema";

/** Something outside of the pod's own state that may tell why it is as it is. */
export interface PodHint {
  key: string;
  health: Health;
  /** Said before the words: the reason of an event, or what kind of thing is meant. */
  about: string;
  object?: RelatedObject;
  text: string;
  /** Of an event. */
  count?: number;
  at?: string | undefined;
}

const eventsAtMost = 3;

/** What scheduler and kubelet last said, the node, claims without a volume, and what the pod names and nobody captured. */
export function podHints({ events, related }: ResourceDetail): PodHint[] {
  const hints: PodHint[] = [];
  const reasons = new Set<string>();
  for (const event of events) {
    if (event.type === "Normal" || reasons.has(event.reason) || reasons.size >= eventsAtMost) continue;
    reasons.add(event.reason);
    const { reason, message, count, lastAt } = event;
    hints.push({ key: `event ${reason}`, health: "warning", about: reason, text: message, count, at: lastAt });
  }
  for (const one of related) {
    const key = `${one.relation} ${one.kind} ${one.name}`;
    const isTroubled = one.health === "failing" || one.health === "warning";
    const isClaim = one.kind === "PersistentVolumeClaim" && one.relation === "uses";
    const names = one.relation === "uses" && (one.kind === "ConfigMap" || one.kind === "Secret" || isClaim);
    if (one.captured && isTroubled && (one.relation === "node" || isClaim))
      hints.push({ key, health: one.health, about: one.kind, object: one, text: one.reason });
    if (!one.captured && names) hints.push({ key, health: "unknown", about: one.kind, object: one, text: "" });
  }
  return hints;
}
