import type { ReactNode } from "react";
import type { Place } from "../place/place.ts";
import type { RowSelection } from "./row-selection.ts";
import type { TableColumn } from "./table-column.ts";

/** What a long table is given. */
export interface LongTableProps<Row> {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** Rows there are in all; those not fetched yet keep their room. */
  total: number;
  rowKey: (row: Row) => string;
  placeOf: (row: Row) => Place | undefined;
  /** Asks for more rows. Called while rows without content are in view. */
  onMore?: () => void;
  /** What `l`, `y` and `d` do on a row. */
  onLogs?: ((row: Row) => void) | undefined;
  onYaml?: ((row: Row) => void) | undefined;
  onDescribe?: ((row: Row) => void) | undefined;
  /** The row moved to by key, once the keys rest. */
  onRest?: ((row: Row) => void) | undefined;
  /** Counts how often the keyboard was sent here: then the first row is active. */
  entered?: number | undefined;
  /** The key of the row that is open beside the table. Escape and the keys of rows belong to what is open. */
  openedKey?: string | undefined;
  selection?: RowSelection | undefined;
  /** The column that orders the rows. */
  sort?: { key: string; down: boolean } | undefined;
  onSort?: ((key: string) => void) | undefined;
  /** What the menu of a column's head holds. */
  headMenu?: ((key: string, close: () => void) => ReactNode) | undefined;
  /** When it changes, the table begins at its top again. */
  beginsAnew?: string | undefined;
  /** Told the width there is for cells. */
  onRoom?: ((widthPx: number) => void) | undefined;
  /** What is shown is the answer to the question before. */
  stale: boolean;
}
