import type { Query } from "@kubin/logs";
import type { PodRef } from "../ports/metadata.ts";

/** Lines of these pods. */
export function podsQuery(pods: readonly PodRef[]): Query {
  const items = pods.map(
    ({ namespace, name }): Query => ({
      type: "and",
      items: [
        { type: "field", field: "namespace", pattern: namespace },
        { type: "field", field: "pod", pattern: name },
      ],
    }),
  );
  return { type: "or", items };
}
