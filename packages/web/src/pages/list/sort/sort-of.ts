import type { Search } from "../../../place/place.ts";
import type { ListColumn } from "../columns/list-column.ts";

export interface ListSort {
  /** A column's id. */
  by: string;
  down: boolean;
}

/** `?sort=restarts` or `?sort=-restarts`; undefined for trouble first. `?order=name` is how older links say "by name". */
export function sortOf(search: Search): ListSort | undefined {
  const word = search.sort ?? (search.order === "name" ? "name" : "");
  const by = word.replace(/^-/, "").toLowerCase();
  return by ? { by, down: word.startsWith("-") } : undefined;
}

export function formatSort(sort: ListSort | undefined): string {
  return sort ? `${sort.down ? "-" : ""}${sort.by}` : "";
}

/** What a click on the head of `column` makes of the order: one way, the other, trouble first again. Most comes first. */
export function nextSort(now: ListSort | undefined, column: Pick<ListColumn, "id" | "type">): ListSort | undefined {
  const downFirst = column.type === "number" || column.type === "cpu" || column.type === "memory";
  if (now?.by !== column.id) return { by: column.id, down: downFirst };
  return now.down === downFirst ? { by: column.id, down: !downFirst } : undefined;
}
