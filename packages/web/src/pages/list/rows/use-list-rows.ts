import type { KindCount } from "@kubin/schema";
import { useMemo } from "react";
import { namespacesOf } from "../../../place/namespaces-of.ts";
import { useSearch } from "../../../place/use-search.ts";
import { parseFilter } from "../filter/parse-filter.ts";
import { healthsOf } from "../list-search.ts";
import { troubleCounts } from "./trouble-counts.ts";
import { mostRows, useKindRows } from "./use-kind-rows.ts";
import { useUsage } from "./use-usage.ts";

/** The rows of the list page and what they use, by the namespaces of the URL. */
export function useListRows(kind: { group: string; plural: string }, kinds: readonly KindCount[] | undefined) {
  const { group, plural } = kind;
  const [search] = useSearch();
  const { ns = "", q = "", health = "" } = search;
  // What is in no namespace is shown whatever namespaces are chosen.
  const counted = kinds?.find((one) => one.group === group && one.plural === plural);
  const namespaced = counted?.namespaced ?? true;
  const question = useMemo(() => {
    const namespaces = namespaced ? namespacesOf({ ns }) : undefined;
    return { group, plural, ...(namespaces && { namespaces }) };
  }, [group, plural, namespaced, ns]);
  const all = useKindRows(question);
  // More than a page can hold: what is looked for may be among the others, so the server is asked too.
  const tooMany = all.found.total > mostRows;
  const narrower = useMemo(() => {
    const text = longestWord(q);
    const healths = healthsOf({ health });
    return tooMany && (text || healths)
      ? { ...question, ...(text && { text }), ...(healths && { health: healths }) }
      : undefined;
  }, [tooMany, question, q, health]);
  const some = useKindRows(narrower);
  const usage = useUsage(question, kinds);
  const { namespaces } = question;
  // The totals of a kind are those of all namespaces.
  const trouble = useMemo(
    () => (namespaces ? troubleCounts(all.found) : (counted ?? noTrouble)),
    [namespaces, all.found, counted],
  );
  return { ...(narrower && some.data ? some : all), usage, namespaces, trouble };
}

const noTrouble = { failing: 0, warning: 0 };

/** The word of a filter that says most. */
function longestWord(line: string): string {
  let longest = "";
  for (const term of parseFilter(line).terms)
    if (term.kind === "word" && !term.not && term.text.length > longest.length) longest = term.text;
  return longest;
}
