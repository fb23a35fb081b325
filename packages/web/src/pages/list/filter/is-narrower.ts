import type { FilterTerm } from "./filter-term.ts";

/** Whether all that `after` finds is among what `before` found: a word that grew, a term more. */
export function isNarrower(before: readonly FilterTerm[], after: readonly FilterTerm[]): boolean {
  return before.every((old) => after.some((term) => implies(term, old)));
}

function implies(term: FilterTerm, old: FilterTerm): boolean {
  if (term.kind === "word" && old.kind === "word" && !term.not && !old.not)
    return term.text.toLowerCase().includes(old.text.toLowerCase());
  return JSON.stringify(term) === JSON.stringify(old);
}
