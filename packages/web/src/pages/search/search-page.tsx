import { useMemo } from "react";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { hitTerms } from "../../logs/message/hit-terms.ts";
import { LogLookContext } from "../../logs/message/log-look.ts";
import { readQuery } from "../../logs/read-query.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useSearch } from "../../place/use-search.ts";
import { logTexts } from "../../texts/logs.ts";
import { FilterProblem } from "./bar/filter-problem.tsx";
import { QueryBar } from "./bar/query-bar.tsx";
import { SearchAnswer } from "./search-answer.tsx";

/** Search over all logs of the snapshot: `/logs?q=…&order=file&cols=status`. Without a query: what logs there are. */
export function SearchPage() {
  const [search] = useSearch();
  const query = (search.q ?? "").trim();
  const { snapshot } = useSnapshot();
  // Told here and now: the server would only say the same.
  const read = useMemo(() => readQuery(query, snapshot.capturedAt), [query, snapshot.capturedAt]);
  const look = useMemo(
    () => ({ json: false, colours: true, terms: "query" in read ? hitTerms(read.query) : [] }),
    [read],
  );
  useTitle(query || logTexts.title);
  return (
    <>
      <PageHead title={logTexts.title} />
      <QueryBar />
      {"problem" in read ? (
        <FilterProblem text={query} problem={read.problem} />
      ) : (
        <LogLookContext value={look}>
          <SearchAnswer query={query} read={read.query} />
        </LogLookContext>
      )}
    </>
  );
}
