import { useCallback } from "react";
import { useTypedText } from "../../../parts/use-typed-text.ts";
import { useSearch } from "../../../place/use-search.ts";

/** Long enough that the address is written once one has typed, not between two keys. */
const pauseMs = 700;

/** The filter that holds; `?q=` follows after a pause, and wins where it changes by itself (back, a link). */
export function useFilterLine(): [string, (line: string) => void] {
  const [search, change] = useSearch();
  const onChange = useCallback((q: string) => change({ q }), [change]);
  const { typed, type } = useTypedText({ value: search.q ?? "", pauseMs, onChange });
  return [typed, type];
}
