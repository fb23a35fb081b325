/** How a column is asked: holds the text, is the text, or compares as a number, a quantity or an age. */
export const columnOperators = ["has", "=", ">=", "<=", ">", "<"] as const;
export type ColumnOperator = (typeof columnOperators)[number];
export const comparisons = [">=", "<=", ">", "<"] as const;
type Comparison = (typeof comparisons)[number];

/** One of the conditions of a filter; all of them must hold. */
export type FilterTerm =
  | { kind: "word"; not: boolean; text: string }
  | { kind: "column"; not: boolean; column: string; operator: ColumnOperator; value: string }
  /** `restarts>0`, without the colon: compares where the list has such a column, and is a text where it has none. */
  | { kind: "compared"; not: boolean; column: string; operator: Comparison; value: string }
  /** `key=value`; with "" as value: the label is there, whatever it says. */
  | { kind: "label"; not: boolean; key: string; value: string };

export interface ParsedFilter {
  terms: readonly FilterTerm[];
  /** A quote that does not end. */
  openQuote: boolean;
}
