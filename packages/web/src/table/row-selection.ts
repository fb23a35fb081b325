/** Rows that are ticked, by their keys. */
export interface RowSelection {
  keys: ReadonlySet<string>;
  /** Ticks the row at a place or not; `range` ticks all from the last one to it. */
  toggle: (index: number, range: boolean) => void;
  /** All rows of the table. */
  all: () => void;
  clear: () => void;
}
