import type { ReactNode } from "react";

/** A column of a long table. */
export interface TableColumn<Row> {
  key: string;
  name: string;
  /** Narrowest width in px: below the sum of them the table scrolls sideways. */
  minPx: number;
  /** Width in px at which it reads well; where it is not given, the widest. */
  goodPx?: number;
  /** Widest in px, or all that the other columns leave. */
  maxPx: number | "rest";
  /** Gets room only once all others read well. */
  yields?: boolean;
  align?: "right";
  cell: (row: Row) => ReactNode;
  /**
   * On a phone: on the first line; at its end, where nothing cuts it; leading the second; on the second, with the
   * column's name or without; not at all.
   */
  phone: "first" | "end" | "lead" | "second" | "named" | "hidden";
  /** The cell on a phone, where it reads otherwise without the head of its column. */
  phoneCell?: (row: Row) => ReactNode;
}
