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
  /** On a phone: on the first line; leading the second; on the second, with the column's name or without; not at all. */
  phone: "first" | "lead" | "second" | "named" | "hidden";
}
