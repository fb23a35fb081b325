import type { ListColumn } from "../columns/list-column.ts";
import type { KindRow } from "../rows/kind-row.ts";
import { columnTest } from "./column-test.ts";
import type { FilterTerm, ParsedFilter } from "./filter-term.ts";
import type { FilterNote, RowTest } from "./row-test.ts";

interface Compiled {
  tests: readonly RowTest[];
  notes: readonly FilterNote[];
}

/** The list that is asked. */
export interface AskedList {
  /** All of its rows: their labels decide what `name=value` means. */
  rows: readonly KindRow[];
  columns: readonly ListColumn[];
  asOf: string;
}

/** Tests that a row must pass, all of them. What cannot be asked is left out and noted. */
export function compileFilter(filter: ParsedFilter, list: AskedList): Compiled {
  const notes: FilterNote[] = filter.openQuote ? [{ about: "open-quote" }] : [];
  const tests: RowTest[] = [];
  for (const term of filter.terms) {
    const { test, note } = compileTerm(term, list);
    if (note) notes.push(note);
    if (test) tests.push(term.not ? (row) => !test(row) : test);
  }
  return { tests, notes };
}

function compileTerm(term: FilterTerm, list: AskedList): { test?: RowTest; note?: FilterNote } {
  switch (term.kind) {
    case "word":
      return { test: holds(term.text) };
    case "label": {
      const { key, value } = term;
      const column = columnOf(key, list);
      if (column && !isLabel(key, list)) return columnTest({ operator: "=", value }, column, list.asOf);
      return { test: ({ labels }) => Object.hasOwn(labels, key) && (value === "" || labels[key] === value) };
    }
    case "compared":
    case "column": {
      const column = columnOf(term.column, list);
      // Images and addresses hold colons too: such a word is looked for as it stands.
      if (column) return columnTest(term, column, list.asOf);
      const sign = `${term.kind === "column" ? ":" : ""}${term.operator === "has" ? "" : term.operator}`;
      const test = holds(`${term.column}${sign}${term.value}`);
      // `<none>` compares nothing.
      if (term.kind === "compared" && term.value === "") return { test };
      return { test, note: { about: "no-column", column: term.column } };
    }
  }
}

function columnOf(name: string, { columns }: AskedList): ListColumn | undefined {
  const id = name.toLowerCase();
  return columns.find((one) => one.id === (id === "ns" ? "namespace" : id));
}

/** Whether a label has this key, in the rows or in a column that one chose. */
function isLabel(key: string, { rows, columns }: AskedList): boolean {
  return columns.some(({ label }) => label === key) || rows.some(({ labels }) => Object.hasOwn(labels, key));
}

function holds(word: string): RowTest {
  const lower = word.toLowerCase();
  return ({ text }) => text.includes(lower);
}
