import type { ReactNode } from "react";

interface Table<Column> {
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A table without the columns in which no row has anything: a drawer is narrow. */
export function withoutEmptyColumns<Column>({ columns, rows }: Table<Column>): Table<Column> {
  const isTold = (cell: ReactNode) => cell !== undefined && cell !== null && cell !== "" && cell !== false;
  const kept = columns.map((_, at) => rows.some(({ cells }) => isTold(cells[at])));
  return {
    columns: columns.filter((_, at) => kept[at]),
    rows: rows.map(({ key, cells }) => ({ key, cells: cells.filter((_, at) => kept[at]) })),
  };
}
