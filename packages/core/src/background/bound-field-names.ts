import { type LogRow, maxFieldNames } from "../ports/logs.ts";
import type { CutChunk } from "./cut-chunks.ts";

/**
 * The chunk with at most `maxFieldNames` names of attributes, those that come first: programs that use ids as names
 * would fill the dictionary of names. The lines themselves hold all of it, and are searched as text.
 */
export function boundFieldNames(chunk: CutChunk): CutChunk {
  const names = new Set<string>();
  const isKept = (name: string): boolean => {
    if (names.has(name)) return true;
    if (names.size >= maxFieldNames) return false;
    names.add(name);
    return true;
  };
  const bound = (row: LogRow): LogRow => {
    // Every name has to be seen, not only up to the first that is left out.
    const fields = row.fields.filter(([name]) => isKept(name));
    return fields.length === row.fields.length ? row : { ...row, fields };
  };
  return chunk.map(({ stream, rows }) => ({ stream, rows: rows.map(bound) }));
}
