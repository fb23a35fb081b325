import type { LineField } from "./line-format.ts";

/** What bounds the memory of a line's fields, whatever the line holds. */
export const fieldLimits = { count: 64, nameLength: 128, valueLength: 4096 } as const;

/** The fields within the limits, each name once: the first stays. Longer values are only found as text of the line. */
export function boundFields(fields: readonly LineField[]): readonly LineField[] {
  let index = 0;
  while (index < fields.length && index < fieldLimits.count && fits(fields, index, fields[index])) index += 1;
  // Nearly always: nothing to leave out, so nothing to copy.
  if (index === fields.length) return fields;
  const kept = fields.slice(0, index);
  for (const field of fields.slice(index)) {
    if (kept.length === fieldLimits.count) break;
    if (fits(kept, kept.length, field)) kept.push(field);
  }
  return kept;
}

/** Whether a field is within the limits and has another name than the first `count` of these. */
function fits(fields: readonly LineField[], count: number, field: LineField | undefined): boolean {
  if (!field) return false;
  const [name, value] = field;
  if (name === "" || name.length > fieldLimits.nameLength || value.length > fieldLimits.valueLength) return false;
  for (let index = 0; index < count; index += 1) if (fields[index]?.[0] === name) return false;
  return true;
}
