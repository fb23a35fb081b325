import type { Column } from "@kubin/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useSnapshot } from "../../../data/snapshot-context.ts";
import type { KindRow } from "./kind-row.ts";
import { type KindRowsQuestion, kindRowsQuery } from "./kind-rows-query.ts";

/** So many rows are held in the page at most. */
export const mostRows = 100_000;

export interface KindRows {
  columns: readonly Column[];
  rows: readonly KindRow[];
  /** Objects there are in all. */
  total: number;
  /** More rows are on their way. */
  loading: boolean;
  /** The answer to the question before. */
  stale: boolean;
}

const none: KindRows = { columns: [], rows: [], total: 0, loading: false, stale: false };

/** The rows of a kind: a first page at once, the rest behind it, in the server's order, trouble first. */
export function useKindRows(question: KindRowsQuestion | undefined) {
  const open = useSnapshot();
  const query = useInfiniteQuery({
    ...kindRowsQuery(open, question ?? { group: "", plural: "none" }),
    enabled: question !== undefined,
  });
  const { data, isPlaceholderData, isFetching, hasNextPage, isError, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const first = data?.pages[0];
  const wanting = question !== undefined && hasNextPage && !isPlaceholderData && rows.length < mostRows;
  useEffect(() => {
    if (wanting && !isFetching && !isError) void fetchNextPage();
  }, [wanting, isFetching, isError, fetchNextPage]);
  const result = useMemo(
    (): KindRows | undefined =>
      first && question
        ? { columns: first.columns, rows, total: first.total, loading: wanting, stale: isPlaceholderData }
        : undefined,
    [first, rows, wanting, isPlaceholderData, question],
  );
  return { data: result, found: result ?? none, error: query.error, refetch: query.refetch };
}
