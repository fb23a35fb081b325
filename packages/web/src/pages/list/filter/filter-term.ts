/** How a column is asked: holds the text, is the text, or compares as a number, a quantity or an age. */
export const columnOperators = ["has", "=", ">=", "<=", ">", "<"] as const;
export type ColumnOperator = (typeof columnOperators)[number];

/** One of the conditions of a filter; all of them must hold. */
export type FilterTerm =
  | { kind: "word"; not: boolean; text: string }
  | { kind: "column"; not: boolean; column: string; operator: ColumnOperator; value: string }
  /** `key=value`; with "" as value: the label is there, whatever it says. */
  | { kind: "label"; not: boolean; key: string; value: string };

export interface ParsedFilter {
  terms: readonly FilterTerm[];
  /** A quote that does not end. */
  openQuote: boolean;
}
