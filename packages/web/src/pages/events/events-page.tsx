import type { EventRow, KindCount } from "@kubin/schema";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useQuestions } from "../../data/use-questions.ts";
import { Asked } from "../../parts/asked.tsx";
import { Choice } from "../../parts/choice.tsx";
import { FilterInput } from "../../parts/filter-input.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { namespacesOf } from "../../place/namespaces-of.ts";
import { useSearch } from "../../place/use-search.ts";
import { countText } from "../../plain/count-text.ts";
import { LongTable } from "../../table/long-table.tsx";
import { eventTexts } from "../../texts/events.ts";
import { WhyEmpty } from "../list/why-empty.tsx";
import { aboutPlace } from "./about-place.ts";
import { eventColumns } from "./event-columns.tsx";

const types = [
  { value: "", name: eventTexts.all },
  { value: "Warning", name: eventTexts.warnings },
];

/** The events of the snapshot, newest first: `/events?ns=&q=&type=Warning`. */
export function EventsPage() {
  const [search, change] = useSearch();
  const questions = useQuestions();
  const namespaces = namespacesOf(search);
  const { data: kinds } = useQuery(questions.kinds());
  const query = useInfiniteQuery(
    questions.events({
      ...(namespaces && { namespaces }),
      ...(search.type && { type: search.type.slice(0, 50) }),
      ...(search.q && { text: search.q.slice(0, 500) }),
    }),
  );
  const { fetchNextPage, isFetching, isFetchNextPageError } = query;
  const more = useCallback(() => {
    if (!isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetching, isFetchNextPageError]);
  useTitle(eventTexts.title);
  const rows = useMemo<EventRow[]>(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const known: readonly KindCount[] = useMemo(() => kinds ?? [], [kinds]);
  const columns = useMemo(() => eventColumns(known), [known]);
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <>
      <PageHead title={eventTexts.title} aside={query.data && countText(total)}>
        <Choice
          label={eventTexts.typeGroup}
          value={search.type ?? ""}
          options={types}
          onChange={(type) => change({ type })}
        />
        <FilterInput label={eventTexts.filter} />
      </PageHead>
      <Asked query={query}>
        {() =>
          total === 0 && !query.isPlaceholderData ? (
            <WhyEmpty
              title={eventTexts.title}
              plural="events"
              filtered={Boolean(namespaces || search.q || search.type)}
            />
          ) : (
            <LongTable
              label={eventTexts.title}
              columns={columns}
              rows={rows}
              total={total}
              rowKey={(row) => `${row.namespace}/${row.name}`}
              placeOf={(row) => aboutPlace(row, known, "events")}
              onMore={more}
              stale={query.isPlaceholderData}
            />
          )
        }
      </Asked>
    </>
  );
}
