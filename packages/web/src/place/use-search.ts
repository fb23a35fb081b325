import { useNavigate, useSearch as useRouterSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Search } from "./place.ts";

/** The query part of the URL and a way to change some of it; "" and undefined take a word out. */
export function useSearch(): [Search, (change: Search, options?: { push?: boolean }) => void] {
  const search = useRouterSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = useCallback(
    (words: Search, options?: { push?: boolean }) => {
      void navigate({
        to: ".",
        search: (before: Search) => ({ ...before, ...words }),
        replace: !options?.push,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search, change];
}
