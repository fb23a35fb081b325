import type { Query } from "@kubin/logs";
import { useMemo } from "react";
import { useSearch } from "../../place/use-search.ts";
import { logTexts } from "../../texts/logs.ts";
import { orderOf } from "./bar/order-of.ts";
import { useAsked } from "./bar/use-asked.ts";
import { withRange } from "./bars/query-range.ts";
import { SearchBars } from "./bars/search-bars.tsx";
import { FacetFrame } from "./facets/facet-frame.tsx";
import { columnsOf } from "./hits/columns-of.ts";
import { Hits } from "./hits/hits.tsx";
import styles from "./search-answer.module.css";
import { StreamList } from "./streams/stream-list.tsx";

/** What a query found: over time, by field, and line by line. */
export function SearchAnswer({ query, read }: { query: string; read: Query }) {
  const [search] = useSearch();
  const { ask } = useAsked();
  const columns = useMemo(() => columnsOf(search), [search]);
  return (
    <div className={styles.answer}>
      <FacetFrame query={query} />
      <section className={styles.found} aria-label={logTexts.found}>
        <SearchBars query={query} onRange={(range) => ask(withRange(query, range))} />
        {query === "" && search.show !== "lines" ? (
          <StreamList />
        ) : (
          <Hits query={query} read={read} order={orderOf(search)} columns={columns} />
        )}
      </section>
    </div>
  );
}
