import type { CertificateQuery, TimelineQuery } from "@kubin/schema";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useMemo } from "react";
import { type OpenSnapshot, useSnapshot } from "./snapshot-context.ts";

/** What may be asked about the open snapshot as a whole. Keys begin like those of `snapshotQueries`. */
function analyticsQueries({ client, reader, snapshot }: OpenSnapshot) {
  const snapshotId = snapshot.id;
  const key = (...words: unknown[]) => [reader, "content", snapshotId, ...words];
  return {
    timeline: (range: Partial<Omit<TimelineQuery, "snapshotId">>) =>
      queryOptions({
        queryKey: key("timeline", range),
        queryFn: ({ signal }) => client.analytics.timeline.query({ snapshotId, ...range }, { signal }),
        placeholderData: keepPreviousData,
      }),
    nodes: () =>
      queryOptions({
        queryKey: key("node-allocations"),
        queryFn: ({ signal }) => client.analytics.nodes.query({ snapshotId }, { signal }),
      }),
    images: () =>
      queryOptions({
        queryKey: key("images"),
        queryFn: ({ signal }) => client.analytics.images.query({ snapshotId }, { signal }),
      }),
    certificates: (within: Omit<CertificateQuery, "snapshotId"> = {}) =>
      queryOptions({
        queryKey: key("certificates", within),
        queryFn: ({ signal }) => client.analytics.certificates.query({ snapshotId, ...within }, { signal }),
      }),
  };
}

export function useAnalytics(): ReturnType<typeof analyticsQueries> {
  const open = useSnapshot();
  return useMemo(() => analyticsQueries(open), [open]);
}
