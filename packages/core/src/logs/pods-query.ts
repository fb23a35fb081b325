import type { ResolvedQuery } from "@kubin/logs";
import type { PodRef } from "../ports/metadata.ts";

/** Lines of these pods. */
export function podsQuery(pods: readonly PodRef[]): ResolvedQuery {
  const items = pods.map(
    ({ namespace, name }): ResolvedQuery => ({
      type: "and",
      items: [
        { type: "field", field: "namespace", pattern: namespace },
        { type: "field", field: "pod", pattern: name },
      ],
    }),
  );
  return { type: "or", items };
}
