import type { Cell } from "@kubin/schema";
import type { KindRow } from "../rows/kind-row.ts";

/** How the cells of a column are shown, sorted and compared. */
export type ListColumnType = "text" | "number" | "age" | "cpu" | "memory";

/** A column of a list as the filter, the order and the CSV know it. */
export interface ListColumn {
  /** In the filter, the URL and what is remembered: the name in lower case without blanks, `restarts`. */
  id: string;
  name: string;
  type: ListColumnType;
  /** As of `-o wide`: shown where there is room. */
  wide: boolean;
  /** The label key, where the column is one. */
  label?: string;
  /** CPU in millicores, memory in bytes, ages as ISO times. */
  value: (row: KindRow) => Cell;
}
