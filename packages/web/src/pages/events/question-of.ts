import type { ListEvents } from "@kubin/schema";
import { namespacesOf } from "../../place/namespaces-of.ts";
import type { Search } from "../../place/place.ts";
import { rangeOf } from "../overview/range-of.ts";

/** What the words of the URL ask of the events; nothing for words that are empty or no such thing. */
export function questionOf(search: Search): Omit<ListEvents, "snapshotId" | "limit" | "cursor"> {
  const namespaces = namespacesOf(search);
  return {
    ...(namespaces && { namespaces }),
    ...(search.type && { type: search.type.slice(0, 50) }),
    ...(search.q && { text: search.q.slice(0, 500) }),
    ...rangeOf(search),
  };
}
