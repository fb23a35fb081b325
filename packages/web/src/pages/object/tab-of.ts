import { type ObjectTab, objectTabs, type Search } from "../../place/place.ts";

/** The tab in the URL; summary where it names none. */
export function tabOf(search: Search): ObjectTab {
  return objectTabs.find((tab) => tab === search.tab) ?? "summary";
}
