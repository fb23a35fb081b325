import type { Query, RegexLeaf } from "@kubin/logs";
import type { Paint } from "../../output/paint.ts";

type Place = readonly [from: number, to: number];

/** Marks what the query looked for in a message: its words, phrases and expressions, but none behind a "not". */
export async function highlighter(query: Query, paint: Paint): Promise<(message: string) => string> {
  const texts = [...new Set(textsOf(query))].filter((text) => text !== "").sort((a, b) => b.length - a.length);
  const pattern = texts.length === 0 ? undefined : new RegExp(texts.map(escaped).join("|"), "gi");
  const leaves = regexesOf(query);
  // The engine of expressions is only loaded where there is one.
  const find = leaves.length === 0 ? undefined : (await import("@kubin/logs")).findRegex;
  if (!find) return (message) => (pattern ? message.replace(pattern, (hit) => paint("hit", hit)) : message);
  return (message) => {
    const found = pattern ? [...message.matchAll(pattern)] : [];
    const ofTexts = found.map((hit): Place => [hit.index, hit.index + hit[0].length]);
    return marked(message, { places: [...ofTexts, ...leaves.flatMap((leaf) => find(leaf, message))], paint });
  };
}

function marked(message: string, { places, paint }: { places: readonly Place[]; paint: Paint }): string {
  let [text, end] = ["", 0];
  for (const [from, to] of places.toSorted((a, b) => a[0] - b[0])) {
    const start = Math.max(from, end);
    if (to <= start) continue;
    text += message.slice(end, start) + paint("hit", message.slice(start, to));
    end = to;
  }
  return text + message.slice(end);
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

function regexesOf(query: Query): RegexLeaf[] {
  if (query.type === "and" || query.type === "or") return query.items.flatMap(regexesOf);
  return query.type === "regex" ? [query] : [];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
