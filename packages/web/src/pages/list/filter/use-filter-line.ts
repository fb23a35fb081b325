import { useEffect, useRef, useState } from "react";
import { useSearch } from "../../../place/use-search.ts";

/** Long enough that the address is written once one has typed, not between two keys. */
const pauseMs = 700;

/** The filter that holds; `?q=` follows after a pause, and wins where it changes by itself (back, a link). */
export function useFilterLine(): [string, (line: string) => void] {
  const [search, change] = useSearch();
  const value = search.q ?? "";
  const [line, setLine] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setLine(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (line === sent.current) return;
    const write = () => {
      sent.current = line;
      change({ q: line });
    };
    const timer = setTimeout(write, pauseMs);
    return () => clearTimeout(timer);
  }, [line, change]);
  return [line, setLine];
}
