import { type Query, unknownFields } from "@kubin/logs";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import { failureOf } from "../../../data/failure-of.ts";
import { isLive } from "../../../data/is-live.ts";
import { useSnapshot } from "../../../data/snapshot-context.ts";
import { useQuestions } from "../../../data/use-questions.ts";
import { FailureNotice } from "../../../parts/failure-notice.tsx";
import { Notice } from "../../../parts/notice.tsx";
import { SkeletonLines } from "../../../parts/skeleton-lines.tsx";
import { logTexts } from "../../../texts/logs.ts";
import type { HitOrder } from "../bar/order-of.ts";
import { QueryProblem } from "../bar/query-problem.tsx";
import { RangeChip } from "../bars/range-chip.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { HitCount } from "./hit-count.tsx";
import { HitList } from "./hit-list.tsx";
import styles from "./hits.module.css";

interface HitsProps {
  query: string;
  /** The same as a tree. */
  read: Query;
  order: HitOrder;
  columns: readonly string[];
}

/** The lines that match, one line each. While those of another query are on their way, the ones before stay. */
export function Hits({ query: text, read, order, columns }: HitsProps) {
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const query = useInfiniteQuery(questions.hits(text, order));
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData } = query;
  const lines = useMemo(() => data?.pages.flatMap((page) => page.lines) ?? [], [data]);
  const shown = useRef("");
  if (data && !isPlaceholderData) shown.current = `${order} ${text}`;
  const next = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  if (!data) {
    if (!query.error) return <SkeletonLines />;
    const failure = failureOf(query.error);
    if (failure.code === "BAD_INPUT") return <QueryProblem query={text} message={failure.message} />;
    return <FailureNotice error={query.error} onAgain={() => void query.refetch()} />;
  }
  const mayFetch = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && !isPlaceholderData;
  const live = isLive(snapshot.state);
  return (
    <>
      <div className={styles.bar}>
        <HitCount
          query={text}
          tookMs={data.pages[0]?.tookMs ?? 0}
          incomplete={data.pages.find((page) => page.incomplete)?.incomplete}
        />
        <RangeChip read={read} />
        {lines.length > 0 && (
          <span className={styles.tools}>
            <ExportMenu query={text} />
          </span>
        )}
      </div>
      {lines.length === 0 ? (
        <Notice title={logTexts.nothing}>
          {unknownFields(read).map((said) => (
            <p key={said}>{said}</p>
          ))}
          {live ? logTexts.nothingLive : logTexts.nothingWhy}
        </Notice>
      ) : (
        <HitList
          key={shown.current}
          lines={lines}
          columns={columns}
          stale={isPlaceholderData}
          more={mayFetch ? next : undefined}
          end={
            isFetchNextPageError ? (
              <Button onClick={next}>{logTexts.moreFailed}</Button>
            ) : hasNextPage ? (
              logTexts.loadingMore
            ) : (
              logTexts.allShown
            )
          }
        />
      )}
    </>
  );
}
