import type { Query } from "@kubin/logs";
import type { Paint } from "../output/paint.ts";

/** Marks what the query looked for in a message: its words and phrases, but none behind a "not". */
export function highlighter(query: Query, paint: Paint): (message: string) => string {
  const texts = [...new Set(textsOf(query))].filter((text) => text !== "").sort((a, b) => b.length - a.length);
  if (texts.length === 0) return (message) => message;
  const pattern = new RegExp(texts.map(escaped).join("|"), "gi");
  return (message) => message.replace(pattern, (hit) => paint("hit", hit));
}

function textsOf(query: Query): string[] {
  switch (query.type) {
    case "and":
    case "or":
      return query.items.flatMap(textsOf);
    case "word":
      return [query.word];
    case "phrase":
      return [query.text];
    case "attribute":
      return query.word === undefined ? [] : [query.word];
    default:
      return [];
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
