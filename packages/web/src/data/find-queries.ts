import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useMemo } from "react";
import { type OpenSnapshot, useSnapshot } from "./snapshot-context.ts";

/** As many as one answer holds: of which kind they must be is known here only. */
const namesAtMost = 100;
const textsAtOnce = 50;

/** Looking for objects, and for the snapshots beside this one. Keys begin like those of `snapshotQueries`. */
function findQueries({ client, reader, snapshot }: OpenSnapshot) {
  const snapshotId = snapshot.id;
  const key = (...words: unknown[]) => [reader, "content", snapshotId, ...words];
  const first: { initialPageParam: string | undefined } = { initialPageParam: undefined };
  return {
    byName: (text: string) =>
      queryOptions({
        queryKey: key("find", text),
        queryFn: ({ signal }) =>
          client.metadata.find.query({ snapshotId, text, within: "names", limit: namesAtMost }, { signal }),
        placeholderData: keepPreviousData,
      }),
    byText: (text: string) =>
      infiniteQueryOptions({
        queryKey: key("find in text", text),
        queryFn: ({ signal, pageParam }) =>
          client.metadata.find.query(
            { snapshotId, text, within: "everything", limit: textsAtOnce, cursor: pageParam },
            { signal },
          ),
        ...first,
        getNextPageParam: (last) => last.nextCursor,
      }),
    neighbours: () =>
      queryOptions({
        // Not content: another snapshot may come or go at any time.
        queryKey: [reader, "neighbours", snapshotId],
        staleTime: 60_000,
        queryFn: ({ signal }) => client.metadata.neighbours.query({ snapshotId }, { signal }),
      }),
  };
}

export function useFinding(): ReturnType<typeof findQueries> {
  const open = useSnapshot();
  return useMemo(() => findQueries(open), [open]);
}
