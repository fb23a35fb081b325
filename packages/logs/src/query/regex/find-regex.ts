import type { RegexLeaf } from "../query.ts";
import { compiledOf, latin1 } from "./matches-regex.ts";

/** Each place costs a pass over the rest of the line at worst: so many of so much keep it bounded. */
const placesAtMost = 100;
const charactersAtMost = 10_000;

/**
 * Where an expression stands in a text: from and to in UTF-16 units, from the left, none of no length. Only the first
 * places of a long text: for marking, not for deciding.
 */
export function findRegex(leaf: RegexLeaf, text: string): [from: number, to: number][] {
  const bytes = new TextEncoder().encode(text.slice(0, charactersAtMost));
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const places: [number, number][] = [];
  const matcher = compiledOf(leaf).matcher(latin1(bytes));
  for (let left = placesAtMost; left > 0 && matcher.find(); left -= 1) {
    const [from = 0, to = 0] = [matcher.start(), matcher.end()].map(
      (end) => decoder.decode(bytes.subarray(0, end)).length,
    );
    if (to > from) places.push([from, to]);
  }
  return places;
}
