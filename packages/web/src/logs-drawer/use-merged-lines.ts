import type { LogLine } from "@kubin/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useDrawerQueries } from "../data/drawer-queries.ts";

export interface MergedLines {
  /** Oldest first; undefined until the first page is there. */
  lines: readonly LogLine[] | undefined;
  error: unknown;
  again: () => void;
  incomplete: string | undefined;
  hasOlder: boolean;
  hasNewer: boolean;
  busy: boolean;
  more: () => void;
}

/** Lines of all chosen streams by time, from the last one back or from the first one on. */
export function useMergedLines(query: string, from: "last" | "first"): MergedLines {
  const queries = useDrawerQueries();
  const asked = useInfiniteQuery(queries.lines(query, from === "last" ? "newest" : "oldest"));
  const { data } = asked;
  const lines = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.lines);
    return from === "last" ? all?.reverse() : all;
  }, [data, from]);
  return {
    lines,
    error: asked.error,
    again: () => void asked.refetch(),
    incomplete: data?.pages.find((page) => page.incomplete)?.incomplete,
    hasOlder: from === "last" && asked.hasNextPage,
    hasNewer: from === "first" && asked.hasNextPage,
    busy: asked.isFetchingNextPage,
    more: () => {
      if (asked.hasNextPage && !asked.isFetchingNextPage && !asked.error) void asked.fetchNextPage();
    },
  };
}
