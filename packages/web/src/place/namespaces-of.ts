import type { Search } from "./place.ts";

/** The namespaces chosen in `?ns=a,b`; undefined means all. */
export function namespacesOf(search: Search): string[] | undefined {
  const chosen = [...new Set((search.ns ?? "").split(",").filter(Boolean))];
  return chosen.length > 0 ? chosen.slice(0, 200) : undefined;
}
