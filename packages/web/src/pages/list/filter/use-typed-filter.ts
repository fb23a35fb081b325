import { useEffect, useRef, useState } from "react";
import { useSearch } from "../../../place/use-search.ts";

const pauseMs = 300;

/** The filter as it is typed, which holds at once; `?q=` follows after a pause. The URL wins when it changes by itself. */
export function useTypedFilter(): [string, (text: string) => void] {
  const [search, change] = useSearch();
  const value = search.q ?? "";
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      change({ q: typed });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, change]);
  return [typed, setTyped];
}
