import type { Cell } from "@kubin/schema";
import { cellText, isNothing } from "../columns/cell-text.ts";
import type { ListColumn } from "../columns/list-column.ts";
import { quantityOf, spanMsOf } from "../sort/amount.ts";
import type { ColumnOperator, FilterTerm } from "./filter-term.ts";
import type { FilterNote, RowTest } from "./row-test.ts";

type ColumnTerm = Pick<Extract<FilterTerm, { kind: "column" }>, "operator" | "value">;

/** `status:run`, `ready:=1/1`, `restarts:>3`, `age:<1h`. */
export function columnTest(
  { operator, value }: ColumnTerm,
  column: ListColumn,
  asOf: string,
): { test?: RowTest; note?: FilterNote } {
  const wanted = value.toLowerCase();
  const textOf = (row: Parameters<RowTest>[0]) => cellText(column.type, column.value(row), asOf).toLowerCase();
  if (operator === "has") return { test: (row) => textOf(row).includes(wanted) };
  if (operator === "=")
    return { test: wanted === "" ? (row) => isNothing(column.value(row)) : (row) => textOf(row) === wanted };
  // Still being typed.
  if (value === "") return {};
  const amounts = amountsOf(column, value, asOf);
  if (!amounts)
    return {
      note: { about: "no-amount", value, column: column.name, wanted: column.type === "age" ? "age" : "number" },
    };
  return {
    test: (row) => {
      const amount = amounts.of(column.value(row));
      return amount !== undefined && compares(amount, operator, amounts.limit);
    },
  };
}

/** What is written as a number, and how to read the cells in the same unit. */
function amountsOf(
  { type }: ListColumn,
  value: string,
  asOf: string,
): { limit: number; of: (cell: Cell) => number | undefined } | undefined {
  const span = spanMsOf(value);
  const quantity = quantityOf(value);
  if (type === "age") {
    const now = Date.parse(asOf);
    return span === undefined ? undefined : { limit: span, of: (cell) => known(now - Date.parse(String(cell))) };
  }
  if (type !== "text")
    return quantity === undefined
      ? undefined
      : { limit: type === "cpu" ? quantity * 1000 : quantity, of: (cell) => known(Number(cell ?? Number.NaN)) };
  if (span === undefined && quantity === undefined) return undefined;
  // "5m" is five minutes beside spans of time and five thousandths beside quantities; the cell decides.
  return {
    limit: 0,
    of: (cell) => {
      const text = String(cell ?? "");
      const spanned = spanMsOf(text);
      if (span !== undefined && spanned !== undefined) return spanned - span;
      const counted = quantityOf(text);
      return quantity !== undefined && counted !== undefined ? counted - quantity : undefined;
    },
  };
}

function known(amount: number): number | undefined {
  return Number.isNaN(amount) ? undefined : amount;
}

function compares(amount: number, operator: Exclude<ColumnOperator, "has" | "=">, limit: number): boolean {
  switch (operator) {
    case ">":
      return amount > limit;
    case ">=":
      return amount >= limit;
    case "<":
      return amount < limit;
    case "<=":
      return amount <= limit;
  }
}
