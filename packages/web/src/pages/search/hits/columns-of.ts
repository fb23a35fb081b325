import type { Search } from "../../../place/place.ts";
import { readNames, toggledName } from "../name-list.ts";

const atMost = 12;

/** `?cols=status,path`: fields that are columns of the list. */
export function columnsOf(search: Search): string[] {
  return readNames(search.cols).slice(0, atMost);
}

/** The word of the URL with a column put in, or taken out where it is there. */
export function toggledColumn(search: Search, name: string): Search {
  return { cols: toggledName(columnsOf(search), name, atMost) };
}
