import type { KindRow } from "../rows/kind-row.ts";

/** What is odd about a filter, for the line under it. */
export type FilterNote =
  | { about: "open-quote" }
  | { about: "no-column"; column: string }
  | { about: "no-amount"; value: string; column: string; wanted: "number" | "age" };

export type RowTest = (row: KindRow) => boolean;
