import { withoutTerm, withTerm } from "@kubin/logs";
import { readQuery } from "../../../logs/read-query.ts";
import { namedValues } from "./named-values.ts";
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
  const term = (exclude: boolean) => ({ field, value, exclude });
  const says = (exclude: boolean) => withoutTerm(query, term(exclude)) !== query;
  const state = says(false) ? "wanted" : says(true) ? "unwanted" : undefined;
  return {
    state,
    toggle: (wanted) => {
      const asked = term(wanted === "unwanted");
      ask(state === wanted ? withoutTerm(query, asked) : withTerm(query, asked));
    },
  };
}

/** The values of a field that the query names. */
export function useTermValues(field: string): string[] {
  const { query } = useAsked();
  const read = readQuery(query, undefined);
  return "query" in read ? namedValues(read.query, field) : [];
}
