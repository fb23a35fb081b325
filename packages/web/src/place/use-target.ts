import { useCallback } from "react";
import { useBase } from "./base-context.ts";
import { keptWords } from "./kept-words.ts";
import { formatObjectRef } from "./object-ref.ts";
import { useOpens } from "./opens-context.ts";
import type { Place, Search } from "./place.ts";
import { placeTarget } from "./place-target.ts";

/** What the router's Link and navigate take. */
export interface LinkTarget {
  to: string;
  params: Record<string, string>;
  search: (before: Search) => Search;
}

/**
 * Where a place is from here. Objects open in the drawer beside the page where there is room (`asPage` to leave it),
 * logs in the drawer below; other pages keep the namespaces and the logs drawer.
 */
export function useTarget(): (place: Place, options?: { asPage?: boolean }) => LinkTarget {
  const base = useBase();
  const opens = useOpens();
  return useCallback(
    (place, options) => {
      const stay = (words: Search): LinkTarget => ({
        to: ".",
        params: {},
        search: (before) => ({ ...before, ...words }),
      });
      if (place.page === "object-logs") return stay({ ...noLogWords, ...place.search, log: formatObjectRef(place) });
      if (place.page === "object" && opens === "drawer" && !options?.asPage)
        return stay({ tab: "", line: "", ...place.search, open: formatObjectRef(place) });
      const { to, params, search } = placeTarget(base, place);
      return { to, params, search: (before) => ({ ...keptWords(before), ...search }) };
    },
    [base, opens],
  );
}

/** What was chosen in the logs drawer belongs to the object that it showed. */
const noLogWords: Search = {
  logc: "",
  logpods: "",
  logp: "",
  logq: "",
  logl: "",
  logt: "",
  logfrom: "",
  logbeside: "",
  logv: "",
};
