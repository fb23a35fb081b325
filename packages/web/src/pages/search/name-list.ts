/** Names side by side in a word of the URL, without repetition. A comma in a name is written as `%2C`. */
export function readNames(text: string | undefined): string[] {
  const names = (text ?? "").split(",").map((name) => name.replaceAll("%2C", ",").replaceAll("%25", "%"));
  return [...new Set(names)].filter((name) => name !== "" && name.length <= longestName);
}

/** The list with a name put in, or taken out where it is there; the first one goes where there are too many. */
export function toggledName(names: readonly string[], name: string, atMost: number): string {
  const next = names.includes(name) ? names.filter((one) => one !== name) : [...names, name].slice(-atMost);
  return next.map((one) => one.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
}

/** As the API takes it. */
const longestName = 128;
