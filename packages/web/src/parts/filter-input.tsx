import { useCallback, useRef } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { useSearch } from "../place/use-search.ts";
import { PlainFilter } from "./plain-filter.tsx";

/** The text filter of a page, `?q=`. `/` comes here. */
export function FilterInput({ label }: { label: string }) {
  const [search, change] = useSearch();
  const input = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => input.current?.focus() });
  const set = useCallback((q: string) => change({ q }), [change]);
  return <PlainFilter ref={input} label={label} value={search.q ?? ""} onChange={set} />;
}
