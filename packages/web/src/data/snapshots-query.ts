import type { KubinClient } from "@kubin/client";
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { isLive } from "./is-live.ts";

const liveMs = 3_000;
const quietMs = 30_000;

/** The snapshots of the server, newest first. New ones appear by themselves; those that grow are followed closely. */
export function snapshotsQuery(client: KubinClient, text: string) {
  const pages: { initialPageParam: string | undefined } = { initialPageParam: undefined };
  return infiniteQueryOptions({
    queryKey: ["owner", "snapshots", text],
    queryFn: ({ signal, pageParam }) =>
      client.metadata.list.query({ limit: 100, cursor: pageParam, ...(text && { text }) }, { signal }),
    ...pages,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.error || state.data?.pages.some((page) => page.items.some((one) => isLive(one.state))) ? liveMs : quietMs,
  });
}
