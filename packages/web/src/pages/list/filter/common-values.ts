import { cellText, isNothing } from "../columns/cell-text.ts";
import type { ListColumn } from "../columns/list-column.ts";
import type { KindRow } from "../rows/kind-row.ts";
import { formatFilter } from "./format-filter.ts";

export interface CommonValue {
  /** "" where the cell says nothing. */
  text: string;
  count: number;
  /** The filter term that finds just these. */
  term: string;
}

const atMost = 20;

/** The most frequent values of a column. */
export function commonValues(rows: readonly KindRow[], column: ListColumn, asOf: string): CommonValue[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const cell = column.value(row);
    const text = isNothing(cell) ? "" : cellText(column.type, cell, asOf);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const lower = [...counts.keys()].map((text) => text.toLowerCase());
  return [...counts]
    .sort(([one, most], [other, more]) => more - most || (one < other ? -1 : 1))
    .slice(0, atMost)
    .map(([text, count]) => ({ text, count, term: termFor(text, column, lower) }));
}

/** `status:Running`, or `ready:=1/1` where part of another value would be found too. */
function termFor(text: string, { id, label }: ListColumn, others: readonly string[]): string {
  if (label !== undefined && text !== "") return formatFilter([{ kind: "label", not: false, key: label, value: text }]);
  if (label !== undefined) return formatFilter([{ kind: "label", not: true, key: label, value: "" }]);
  const value = text.toLowerCase();
  const alone = text !== "" && others.filter((other) => other.includes(value)).length === 1;
  return formatFilter([{ kind: "column", not: false, column: id, operator: alone ? "has" : "=", value: text }]);
}
