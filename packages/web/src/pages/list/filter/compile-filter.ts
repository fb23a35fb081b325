import type { ListColumn } from "../columns/list-column.ts";
import { columnTest } from "./column-test.ts";
import type { FilterTerm, ParsedFilter } from "./filter-term.ts";
import type { FilterNote, RowTest } from "./row-test.ts";

interface Compiled {
  tests: readonly RowTest[];
  notes: readonly FilterNote[];
}

/** Tests that a row must pass, all of them. What cannot be asked is left out and noted. */
export function compileFilter(filter: ParsedFilter, columns: readonly ListColumn[], asOf: string): Compiled {
  const notes: FilterNote[] = filter.openQuote ? [{ about: "open-quote" }] : [];
  const tests: RowTest[] = [];
  for (const term of filter.terms) {
    const { test, note } = compileTerm(term, columns, asOf);
    if (note) notes.push(note);
    if (test) tests.push(term.not ? (row) => !test(row) : test);
  }
  return { tests, notes };
}

function compileTerm(
  term: FilterTerm,
  columns: readonly ListColumn[],
  asOf: string,
): { test?: RowTest; note?: FilterNote } {
  switch (term.kind) {
    case "word":
      return { test: holds(term.text) };
    case "label": {
      const { key, value } = term;
      return { test: ({ labels }) => Object.hasOwn(labels, key) && (value === "" || labels[key] === value) };
    }
    case "column": {
      const id = term.column.toLowerCase();
      const column = columns.find((one) => one.id === (id === "ns" ? "namespace" : id));
      // Images and addresses hold colons too: such a word is looked for as it stands.
      if (!column)
        return {
          test: holds(`${term.column}:${term.operator === "has" ? "" : term.operator}${term.value}`),
          note: { about: "no-column", column: term.column },
        };
      return columnTest(term, column, asOf);
    }
  }
}

function holds(word: string): RowTest {
  const lower = word.toLowerCase();
  return ({ text }) => text.includes(lower);
}
