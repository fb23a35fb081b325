import { type Query, unknownFields } from "@kubin/logs";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { failureOf } from "../../data/failure-of.ts";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Notice } from "../../parts/notice.tsx";
import { ScrollRegion } from "../../parts/scroll-region.tsx";
import { SkeletonLines } from "../../parts/skeleton-lines.tsx";
import { logTexts } from "../../texts/logs.ts";
import { Hit } from "./hit.tsx";
import { HitCount } from "./hit-count.tsx";
import styles from "./hits.module.css";
import { QueryProblem } from "./query-problem.tsx";

interface HitsProps {
  query: string;
  /** The same as a tree. */
  read: Query;
  order: "newest" | "file";
}

/** The lines that match, one line each; a click opens the lines around in place. */
export function Hits({ query: text, read, order }: HitsProps) {
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const query = useInfiniteQuery(questions.hits(text, order));
  if (!query.data) {
    if (!query.error) return <SkeletonLines />;
    const failure = failureOf(query.error);
    if (failure.code === "BAD_INPUT") return <QueryProblem query={text} message={failure.message} />;
    return <FailureNotice error={query.error} onAgain={() => void query.refetch()} />;
  }
  const { pages } = query.data;
  const lines = pages.flatMap((page) => page.lines);
  const live = isLive(snapshot.state);
  return (
    <ScrollRegion className={styles.hits} label={logTexts.title} remembered="hits">
      <HitCount
        query={text}
        tookMs={pages[0]?.tookMs ?? 0}
        incomplete={pages.find((page) => page.incomplete)?.incomplete}
      />
      {lines.length === 0 ? (
        <Notice title={logTexts.nothing}>
          {unknownFields(read).map((said) => (
            <p key={said}>{said}</p>
          ))}
          {live ? logTexts.nothingLive : logTexts.nothingWhy}
        </Notice>
      ) : (
        <ol>
          {lines.map((line) => (
            <Hit key={`${line.namespace}/${line.pod}/${line.container}/${line.source}/${line.line}`} line={line} />
          ))}
        </ol>
      )}
      {query.hasNextPage ? (
        <div className={styles.end}>
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? logTexts.loadingMore : logTexts.more}
          </Button>
        </div>
      ) : (
        lines.length > 0 && <p className={styles.end}>{logTexts.allShown}</p>
      )}
    </ScrollRegion>
  );
}
