import type { ReactNode } from "react";

/** A column of a long table. */
export interface TableColumn<Row> {
  key: string;
  name: string;
  /** Narrowest width in px: below the sum of them the table scrolls sideways. */
  minPx: number;
  /** Widest in px, or all that the other columns leave. */
  maxPx: number | "rest";
  align?: "right";
  cell: (row: Row) => ReactNode;
  /** On a phone: on the first line; leading the second; on the second, with the column's name or without; not at all. */
  phone: "first" | "lead" | "second" | "named" | "hidden";
}
