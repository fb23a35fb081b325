import type { ListColumn } from "../columns/list-column.ts";
import type { FilterTerm } from "./filter-term.ts";
import { formatFilter } from "./format-filter.ts";
import { parseFilter } from "./parse-filter.ts";

/** A filter without what chooses a value of this column: its menu counts what the rest leaves, and chooses anew. */
export function besideColumn(line: string, column: Pick<ListColumn, "id" | "label">): string {
  const { terms } = parseFilter(line);
  const others = terms.filter((term) => !choosesIn(term, column));
  return others.length === terms.length ? line : formatFilter(others);
}

function choosesIn(term: FilterTerm, { id, label }: Pick<ListColumn, "id" | "label">): boolean {
  if (term.kind === "label") return label !== undefined && term.key === label && (!term.not || term.value === "");
  return term.kind === "column" && !term.not && term.column.toLowerCase() === id && isValue(term.operator);
}

function isValue(operator: string): boolean {
  return operator === "has" || operator === "=";
}
