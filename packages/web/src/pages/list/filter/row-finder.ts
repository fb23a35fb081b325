import type { Health } from "@kubin/schema";
import type { KindRow } from "../rows/kind-row.ts";
import { type AskedList, compileFilter } from "./compile-filter.ts";
import { filterRows } from "./filter-rows.ts";
import type { FilterTerm } from "./filter-term.ts";
import { isNarrower } from "./is-narrower.ts";
import { parseFilter } from "./parse-filter.ts";
import type { FilterNote } from "./row-test.ts";

export interface RowQuestion extends AskedList {
  line: string;
  health: readonly Health[] | undefined;
}

export interface FoundRows {
  rows: readonly KindRow[];
  notes: readonly FilterNote[];
}

/** Finds rows; while a filter only grows it looks among those found last, so that each key costs less than the one before. */
export function createRowFinder(): (question: RowQuestion) => FoundRows {
  let last: { question: RowQuestion; terms: readonly FilterTerm[]; rows: readonly KindRow[] } | undefined;
  return (question) => {
    const { rows, line, health } = question;
    const filter = parseFilter(line);
    const { tests, notes } = compileFilter(filter, question);
    const within = last && isSame(last.question, question) && isNarrower(last.terms, filter.terms) ? last.rows : rows;
    const found = filterRows(within, tests, health);
    last = { question, terms: filter.terms, rows: found };
    return { rows: found, notes };
  };
}

function isSame(one: RowQuestion, other: RowQuestion): boolean {
  return (
    one.rows === other.rows &&
    one.columns === other.columns &&
    one.asOf === other.asOf &&
    one.health?.join(",") === other.health?.join(",")
  );
}
