import type { Search } from "../../place/place.ts";

/** `?order=file`; newest first where nothing is said. */
export function orderOf(search: Search): "newest" | "file" {
  return search.order === "file" ? "file" : "newest";
}
