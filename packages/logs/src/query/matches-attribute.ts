import { lowerAscii } from "../lines/line-text.ts";
import { compares } from "./compares.ts";
import { decimalOf } from "./decimal.ts";
import { matchesGlob } from "./matches-glob.ts";
import type { AttributeLeaf } from "./query.ts";

/** Whether a line says this of itself; the word that an attribute may be as well is not looked for. */
export function matchesAttribute(
  query: AttributeLeaf,
  line: { fields: ReadonlyMap<string, string>; format: string },
): boolean {
  // A line of no known format has none.
  const value = query.name === "format" ? line.format || undefined : line.fields.get(query.name);
  if (value === undefined) return false;
  if (query.op === "=") return matchesGlob(lowerAscii(value), lowerAscii(query.value));
  const number = decimalOf(value);
  return number !== undefined && compares(Number(number), query.op, Number(query.value));
}
