import type { LineField } from "../../parse/line-format.ts";
import { type AttributeReading, readingOf } from "./reading-of.ts";
import { attributeRoles } from "./roles.ts";
import { firstPair, scanPairs } from "./scan-pairs.ts";

/** A message from `from` on with `key=value` pairs behind it; `heads` are fields that stand before. */
export function readMessageAndPairs(text: string, from: number, heads: readonly LineField[]): AttributeReading {
  const pairsFrom = firstPair(text, from);
  const body = text.slice(from, pairsFrom).trimEnd();
  const fields = [...heads];
  let own: string | undefined;
  if (pairsFrom < text.length) {
    const reading = readingOf(scanPairs(text, pairsFrom).attributes, attributeRoles);
    own = reading.body;
    for (const field of reading.fields) fields.push(field);
  }
  return { body: body === "" ? (own ?? text.slice(from)) : body, level: undefined, time: undefined, fields };
}
