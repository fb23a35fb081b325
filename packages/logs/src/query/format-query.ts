import type { Query } from "./query.ts";
import { fieldKeys } from "./query-tokens.ts";

/**
 * Text that `parseQuery` reads back as the same tree. Trees that no text gives (a word with blanks, a one-item list)
 * come back as their nearest meaning.
 */
export function formatQuery(query: Query): string {
  switch (query.type) {
    case "all":
      return "";
    case "and":
      return query.items.map((item) => (item.type === "or" ? `(${formatQuery(item)})` : formatQuery(item))).join(" ");
    case "or":
      return query.items.map(formatQuery).join(" OR ");
    case "not":
      return isList(query.item) ? `-(${formatQuery(query.item)})` : `-${negatable(query.item)}`;
    case "word":
      return isBareWord(query.word) ? query.word : quote(query.word);
    case "phrase":
      return quote(query.text);
    case "level":
      return `level:${query.op === "=" ? "" : query.op}${query.level}`;
    case "field":
      return `${query.field}:${/^[^\s()"]+$/.test(query.pattern) ? query.pattern : quote(query.pattern)}`;
    case "source":
      return `is:${query.source}`;
    case "time":
      return `${query.op === ">=" ? "after" : "before"}:${new Date(query.at).toISOString()}`;
  }
}

/** Two minus signs in a row would be text. */
function negatable(query: Query): string {
  const text = formatQuery(query);
  return text.startsWith("-") ? `(${text})` : text;
}

function isList(query: Query): boolean {
  return query.type === "and" || query.type === "or";
}

function isBareWord(word: string): boolean {
  if (!/^[^\s()"][^\s()]*$/.test(word) || word === "OR" || word === "AND" || /^-(?!-)/.test(word)) return false;
  return !fieldKeys.some((key) => word.toLowerCase().startsWith(`${key}:`));
}

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
