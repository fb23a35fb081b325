import { type PodAmounts, podAmounts } from "./amounts/pod-amounts.ts";
import { type Json, records, text } from "./json.ts";

/** Longer than any registry takes. */
const maxImageLength = 1_024;
const maxImages = 100;

/** What sums over a snapshot need of each pod. Empty for everything that is no pod. */
export interface PodFacts {
  /** Distinct images of its containers. */
  images: string[];
  /** The node it is assigned to; "" without one. */
  node: string;
  /** Absent where it is over. */
  amounts: PodAmounts | undefined;
}

export function podFacts(described: { group: string; plural: string; object: Json }): PodFacts {
  const { group, plural, object } = described;
  if (group !== "" || plural !== "pods") return { images: [], node: "", amounts: undefined };
  const images = ["containers", "initContainers", "ephemeralContainers"]
    .flatMap((field) => records(object, `spec.${field}`))
    .map((container) => text(container, "image"))
    .filter((image) => image !== "" && image.length <= maxImageLength);
  return {
    images: [...new Set(images)].slice(0, maxImages),
    node: text(object, "spec.nodeName"),
    amounts: podAmounts(object),
  };
}
