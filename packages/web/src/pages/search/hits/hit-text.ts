import { type HitTerm, hitRanges } from "../../../logs/message/hit-terms.ts";
import { jsonLine } from "../../../logs/message/json-line.ts";

/** Of a longer one the rest would not be seen. */
const shownFields = 20;
const shownLetters = 200;

/** A line as one reads it in a list: of JSON what it says, then its fields; as it is where only that shows what was found. */
export function hitText(line: string, terms: readonly HitTerm[]): string {
  const read = jsonLine(line);
  if (!read) return line;
  const fields = read.rest.slice(0, shownFields).map(({ name, value }) => `${name}=${value.slice(0, shownLetters)}`);
  const text = [read.message, ...fields].filter((piece) => piece !== "").join(" ");
  const isFound = terms.length === 0 || hitRanges(text, terms).length > 0 || hitRanges(line, terms).length === 0;
  return isFound ? text : line;
}
