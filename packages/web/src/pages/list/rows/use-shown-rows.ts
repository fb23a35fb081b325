import type { Health } from "@kubin/schema";
import { useMemo, useState } from "react";
import type { ListColumn } from "../columns/list-column.ts";
import { createRowFinder, type FoundRows } from "../filter/row-finder.ts";
import { formatSort, type ListSort } from "../sort/sort-of.ts";
import { sortRows } from "../sort/sort-rows.ts";
import type { KindRow } from "./kind-row.ts";

interface ShownRowsOptions {
  rows: readonly KindRow[];
  /** More rows are on their way. */
  loading: boolean;
  columns: readonly ListColumn[];
  line: string;
  health: readonly Health[] | undefined;
  sort: ListSort | undefined;
  asOf: string;
}

/** The rows that pass the filter, in their order. Sorted rows stay where they are while others come; then all are. */
export function useShownRows(opts: ShownRowsOptions): FoundRows {
  const { rows, loading, columns, line, health, sort, asOf } = opts;
  const [find] = useState(createRowFinder);
  const by = sort && columns.find(({ id }) => id === sort.by);
  const order = by ? formatSort(sort) : "";
  const [held, setHeld] = useState({ order: "", rows });
  if (order !== "" && loading && held.order !== order) setHeld({ order, rows });
  const base = order !== "" && loading && held.order === order ? held.rows : rows;
  const found = useMemo(
    () => find({ rows: base, columns, line, health, asOf }),
    [find, base, columns, line, health, asOf],
  );
  const down = sort?.down ?? false;
  const sorted = useMemo(() => (by ? sortRows(found.rows, by, down) : found.rows), [found.rows, by, down]);
  return useMemo(() => ({ rows: sorted, notes: found.notes }), [sorted, found.notes]);
}
