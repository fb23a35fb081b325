import type { Search } from "./place.ts";

/** Words of the URL that stay from page to page: the namespaces, and all that the logs drawer shows. */
export function keptWords(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([word]) => word === "ns" || word.startsWith("log")));
}
