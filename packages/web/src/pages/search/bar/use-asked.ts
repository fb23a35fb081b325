import { useCallback } from "react";
import { useQueryTimes } from "../../../logs/use-query-times.ts";
import { useSearch } from "../../../place/use-search.ts";

interface Asked {
  /** The query that holds, as it stands in the address. */
  query: string;
  /** Asks another one, with a step for the back button. */
  ask: (query: string) => void;
}

/** The query of the page and the way to ask another. */
export function useAsked(): Asked {
  const [search, change] = useSearch();
  const { sent } = useQueryTimes();
  const ask = useCallback((query: string) => change({ q: sent(query).trim() }, { push: true }), [change, sent]);
  return { query: (search.q ?? "").trim(), ask };
}
