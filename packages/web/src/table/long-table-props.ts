import type { Place } from "../place/place.ts";
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
  onMore: () => void;
  /** What `l` and `y` do on a row. */
  onLogs?: (row: Row) => void;
  onYaml?: (row: Row) => void;
  /** What is shown is the answer to the question before. */
  stale: boolean;
}
