import type { LogStream } from "@kubin/schema";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { useMemo } from "react";
import { type OpenSnapshot, useSnapshot } from "./snapshot-context.ts";

/** Lines fetched at once in the logs drawer. */
const drawerPage = 400;

/** Streams of one namespace that are read at most, in pages of 1,000. */
const streamPages = 5;

function drawerQueries({ client, reader, snapshot }: OpenSnapshot) {
  const snapshotId = snapshot.id;
  const key = (...words: unknown[]) => [reader, "content", snapshotId, ...words];
  return {
    /** The captured logs of pods in a namespace. */
    streamsOf: (namespace: string, pods: readonly string[]) =>
      queryOptions({
        queryKey: key("drawer-streams", namespace, pods),
        queryFn: async ({ signal }) => {
          const wanted = new Set(pods);
          const [only] = pods;
          const narrowed = pods.length === 1 && only !== undefined ? { pod: only } : {};
          const streams: LogStream[] = [];
          let cursor: string | undefined;
          for (let page = 0; page < streamPages; page++) {
            const asked = { snapshotId, namespaces: [namespace], ...narrowed, limit: 1000, cursor };
            const answer = await client.query.streams.query(asked, { signal });
            streams.push(...answer.items.filter(({ pod }) => wanted.has(pod)));
            cursor = answer.nextCursor;
            if (cursor === undefined) break;
          }
          return streams;
        },
      }),
    /** Lines by time, page by page from one end; `undefined` asks nothing. */
    lines: (query: string | undefined, order: "newest" | "oldest") => {
      const first: { initialPageParam: string | undefined } = { initialPageParam: undefined };
      return infiniteQueryOptions({
        queryKey: key("drawer-lines", query, order),
        enabled: query !== undefined,
        queryFn: ({ signal, pageParam }) =>
          client.query.searchLogs.query(
            { snapshotId, query: query ?? "", order, limit: drawerPage, cursor: pageParam },
            { signal },
          ),
        ...first,
        getNextPageParam: (last) => last.nextCursor,
        gcTime: 60_000,
      });
    },
  };
}

export function useDrawerQueries(): ReturnType<typeof drawerQueries> {
  const open = useSnapshot();
  return useMemo(() => drawerQueries(open), [open]);
}
