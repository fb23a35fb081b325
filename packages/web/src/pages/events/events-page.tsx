import type { EventRow, KindCount } from "@kubin/schema";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useQuestions } from "../../data/use-questions.ts";
import { Asked } from "../../parts/asked.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { LongTable } from "../../table/long-table.tsx";
import { eventTexts } from "../../texts/events.ts";
import { WhyEmpty } from "../list/why-empty.tsx";
import { aboutPlace } from "./about-place.ts";
import { EventBars } from "./event-bars.tsx";
import { eventColumns } from "./event-columns.tsx";
import { EventDetails } from "./event-details.tsx";
import { EventFilters } from "./event-filters.tsx";
import { EventGroups } from "./event-groups.tsx";
import { eventKey } from "./event-key.ts";
import styles from "./events-page.module.css";
import { questionOf } from "./question-of.ts";

/** More than so many are not fetched only to group them. */
const groupedAtMost = 10_000;

/** The events of the snapshot, newest first: `/events?ns=&q=&type=Warning&from=&to=&by=reason`. */
export function EventsPage() {
  const [search] = useSearch();
  const questions = useQuestions();
  const { data: kinds } = useQuery(questions.kinds());
  const question = questionOf(search);
  const query = useInfiniteQuery(questions.events(question));
  const { fetchNextPage, isFetching, isFetchNextPageError, hasNextPage } = query;
  const more = useCallback(() => {
    if (!isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetching, isFetchNextPageError]);
  useTitle(eventTexts.title);
  const rows = useMemo<EventRow[]>(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const known: readonly KindCount[] = useMemo(() => kinds ?? [], [kinds]);
  const [read, setRead] = useState<EventRow>();
  const columns = useMemo(() => eventColumns(known, setRead), [known]);
  const total = query.data?.pages[0]?.total ?? 0;
  const grouped = search.by === "reason";
  const wantsAll = grouped && hasNextPage && rows.length < groupedAtMost;
  useEffect(() => {
    if (wantsAll) more();
  }, [wantsAll, more]);
  const isFiltered = Object.keys(question).length > 0;
  return (
    <>
      <PageHead title={eventTexts.title} aside={query.data && countText(total)}>
        <EventFilters />
      </PageHead>
      <EventBars />
      <Asked query={query}>
        {() => {
          if (total === 0 && !query.isPlaceholderData)
            return <WhyEmpty title={eventTexts.title} plural="events" filtered={isFiltered} />;
          if (grouped) return <EventGroups events={rows} total={total} isComing={wantsAll} />;
          return (
            <>
              <LongTable
                label={eventTexts.title}
                columns={columns}
                rows={rows}
                total={total}
                rowKey={eventKey}
                placeOf={(row) => aboutPlace(row, known, "events")}
                onMore={more}
                onRest={setRead}
                stale={query.isPlaceholderData}
              />
              <div className={styles.details}>
                <EventDetails event={read} kinds={known} />
              </div>
            </>
          );
        }}
      </Asked>
    </>
  );
}
