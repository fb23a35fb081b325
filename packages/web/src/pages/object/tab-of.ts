import { type ObjectTab, objectTabs, type Search } from "../../place/place.ts";

/** The tab in the URL; summary where it names none. `used-by` is the related tab with less in it. */
export function tabOf(search: Search): ObjectTab {
  if (search.tab === "used-by") return "related";
  return objectTabs.find((tab) => tab === search.tab) ?? "summary";
}
