import type { Search } from "../../../place/place.ts";

const columnsAtMost = 12;
const longestName = 128;

/** `?cols=status,path`: fields that are columns of the list. A comma in a name is written as `%2C`. */
export function columnsOf(search: Search): string[] {
  const names = (search.cols ?? "").split(",").map(decoded);
  return [...new Set(names)].filter((name) => name !== "" && name.length <= longestName).slice(0, columnsAtMost);
}

/** The word of the URL with a column put in, or taken out where it is there. */
export function toggledColumn(search: Search, name: string): Search {
  const now = columnsOf(search);
  const next = now.includes(name) ? now.filter((one) => one !== name) : [...now, name].slice(-columnsAtMost);
  return { cols: next.map(encoded).join(",") };
}

function encoded(name: string): string {
  return name.replaceAll("%", "%25").replaceAll(",", "%2C");
}

function decoded(text: string): string {
  return text.replaceAll("%2C", ",").replaceAll("%25", "%");
}
