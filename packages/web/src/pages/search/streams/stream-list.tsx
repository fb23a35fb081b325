import type { LogStream } from "@kubin/schema";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useQuestions } from "../../../data/use-questions.ts";
import { Asked } from "../../../parts/asked.tsx";
import { PlainFilter } from "../../../parts/plain-filter.tsx";
import { namespacesOf } from "../../../place/namespaces-of.ts";
import { PlaceLink } from "../../../place/place-link.tsx";
import { useSearch } from "../../../place/use-search.ts";
import { countText } from "../../../plain/count-text.ts";
import { LongTable } from "../../../table/long-table.tsx";
import { logTexts } from "../../../texts/logs.ts";
import { WhyEmpty } from "../../list/why-empty.tsx";
import { streamColumns } from "./stream-columns.tsx";
import styles from "./stream-list.module.css";

/** Every log of the snapshot, to be opened or searched. */
export function StreamList() {
  const [search, change] = useSearch();
  const questions = useQuestions();
  const namespaces = namespacesOf(search);
  const text = search.log ?? "";
  const query = useInfiniteQuery(
    questions.streams({ ...(namespaces && { namespaces }), ...(text && { text: text.slice(0, 500) }) }),
  );
  const { fetchNextPage, isFetching, isFetchNextPageError } = query;
  const more = useCallback(() => {
    if (!isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetching, isFetchNextPageError]);
  const columns = useMemo(streamColumns, []);
  const rows = useMemo<LogStream[]>(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <>
      <div className={styles.head}>
        <h2>{logTexts.streamsTitle}</h2>
        <span className={styles.count}>{query.data && countText(total)}</span>
        <div className={styles.tools}>
          <PlaceLink place={{ page: "logs", search: { show: "lines" } }}>{logTexts.allLines}</PlaceLink>
          <PlainFilter label={logTexts.filterStreams} value={text} onChange={(log) => change({ log })} />
        </div>
      </div>
      <Asked query={query}>
        {() =>
          total === 0 && !query.isPlaceholderData ? (
            <WhyEmpty title={logTexts.title} plural="logs" filtered={namespaces !== undefined || text !== ""} />
          ) : (
            <LongTable
              label={logTexts.streamsTitle}
              columns={columns}
              rows={rows}
              total={total}
              rowKey={({ namespace, pod, container, source }) => `${namespace}/${pod}/${container}/${source}`}
              placeOf={({ namespace, pod, container, source }) => ({
                page: "stream",
                namespace,
                pod,
                container,
                source,
              })}
              onMore={more}
              stale={query.isPlaceholderData}
            />
          )
        }
      </Asked>
    </>
  );
}
