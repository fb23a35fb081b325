import type { LineField } from "./line-format.ts";

/** What bounds the memory of a line's fields, whatever the line holds. */
export const fieldLimits = { count: 64, nameLength: 128, valueLength: 4096 } as const;

/** The fields within the limits, each name once: the first stays. Longer values are only found as text of the line. */
export function boundFields(fields: readonly LineField[]): readonly LineField[] {
  if (fields.length === 0) return fields;
  const kept: LineField[] = [];
  for (const field of fields) {
    const [name, value] = field;
    if (name === "" || name.length > fieldLimits.nameLength || value.length > fieldLimits.valueLength) continue;
    if (kept.some((one) => one[0] === name)) continue;
    kept.push(field);
    if (kept.length === fieldLimits.count) break;
  }
  return kept;
}
