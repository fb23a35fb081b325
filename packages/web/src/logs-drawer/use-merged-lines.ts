import type { LogLine } from "@kubin/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useDrawerQueries } from "../data/drawer-queries.ts";
import { streamKey } from "./fold-lines.ts";

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
    return from === "last" ? all?.reverse().sort(byTime) : all;
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

/** Lines of one moment come in the order of their log from either end. */
function byTime(a: LogLine, b: LogLine): number {
  const [timeA, timeB] = [sortable(a.at), sortable(b.at)];
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  const [streamA, streamB] = [streamKey(a), streamKey(b)];
  return streamA === streamB ? a.line - b.line : streamA < streamB ? -1 : 1;
}

/** Times with nine digits, so that their texts order as they do. */
function sortable(at: string | undefined): string {
  return at?.length === 30 ? at : (at ?? "").replace("Z", "").padEnd(29, "0");
}
