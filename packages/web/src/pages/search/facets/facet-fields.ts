import type { Search } from "../../../place/place.ts";
import { readNames, toggledName } from "../name-list.ts";

/** What is counted of every search. */
export const fixedFacets: readonly string[] = ["level", "namespace", "pod", "container"];
const fieldsAtMost = 12;
const atMost = fieldsAtMost - fixedFacets.length;

/** `?facets=status,method`: attributes whose values are counted too. */
export function chosenFacets(search: Search): string[] {
  return readNames(search.facets)
    .filter((name) => !fixedFacets.includes(name))
    .slice(0, atMost);
}

/** The word of the URL with an attribute put in, or taken out where it is there. */
export function toggledFacet(search: Search, name: string): Search {
  return { facets: toggledName(chosenFacets(search), name, atMost) };
}
