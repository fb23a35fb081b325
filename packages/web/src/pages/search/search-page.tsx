import { PageHead } from "../../parts/page-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSearch } from "../../place/use-search.ts";
import { logTexts } from "../../texts/logs.ts";
import { Hits } from "./hits.tsx";
import { orderOf } from "./order-of.ts";
import { QueryBar } from "./query-bar.tsx";
import { StreamList } from "./stream-list.tsx";

/** Search over all logs of the snapshot: `/logs?q=…&order=file`. Without a query: what logs there are. */
export function SearchPage() {
  const [search] = useSearch();
  const query = (search.q ?? "").trim();
  useTitle(query || logTexts.title);
  return (
    <>
      <PageHead title={logTexts.title} />
      <QueryBar />
      {query ? <Hits key={`${query} ${orderOf(search)}`} query={query} order={orderOf(search)} /> : <StreamList />}
    </>
  );
}
