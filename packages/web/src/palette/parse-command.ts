/** `:po shop /web` taken apart: what to show, in which namespaces, with which filter. */
export interface Command {
  word: string;
  namespaces: readonly string[];
  filter: string | undefined;
}

/** Reads what stands after the colon, as in k9s. */
export function parseCommand(text: string): Command {
  const slash = text.search(/(?:^|\s)\//);
  const filter = slash < 0 ? undefined : text.slice(slash).trim().slice(1);
  const words = (slash < 0 ? text : text.slice(0, slash))
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  const [word = "", ...rest] = words;
  return { word: word.toLowerCase(), namespaces: [...new Set(rest)], filter: filter === "" ? undefined : filter };
}
