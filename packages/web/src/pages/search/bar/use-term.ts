import { fieldTerms, withoutTerm, withTerm } from "./edit-terms.ts";
import { useAsked } from "./use-asked.ts";

type TermState = "wanted" | "unwanted";

interface Term {
  /** Whether the query asks for this value, or for all but it. */
  state: TermState | undefined;
  /** Asks so, or takes that back. */
  toggle: (state: TermState) => void;
}

/** A value of a field as a term of the query. */
export function useTerm({ field, value }: { field: string; value: string }): Term {
  const { query, ask } = useAsked();
  const found = fieldTerms(query).find((term) => term.field === field && term.value === value);
  const state = found && (found.exclude ? "unwanted" : "wanted");
  return {
    state,
    toggle: (wanted) => {
      const term = { field, value, exclude: wanted === "unwanted" };
      ask(state === wanted ? withoutTerm(query, term) : withTerm(query, term));
    },
  };
}

/** The values of a field that the query names. */
export function useTermValues(field: string): string[] {
  const { query } = useAsked();
  const named = fieldTerms(query).filter((term) => term.field === field && !term.value.includes("*"));
  return [...new Set(named.map(({ value }) => value))];
}
