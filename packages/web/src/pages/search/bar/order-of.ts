import type { Search } from "../../../place/place.ts";

export type HitOrder = "newest" | "oldest" | "file";

/** `?order=oldest` or `file`; newest first where nothing is said. */
export function orderOf(search: Search): HitOrder {
  return search.order === "file" || search.order === "oldest" ? search.order : "newest";
}
