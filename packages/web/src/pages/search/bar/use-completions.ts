import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSnapshot } from "../../../data/snapshot-context.ts";
import { useQuestions } from "../../../data/use-questions.ts";
import { readQuery } from "../../../logs/read-query.ts";
import { countText } from "../../../plain/count-text.ts";
import { logTexts } from "../../../texts/logs.ts";
import { formatValue } from "./edit-terms.ts";
import { wordAt } from "./word-at.ts";

export interface Offer {
  /** What is shown; captured text. */
  label: string;
  /** What it means, or how many lines have it. */
  hint: string;
  /** What is put in. */
  insert: string;
}

interface Completions {
  offers: readonly Offer[];
  /** What is replaced. */
  from: number;
  to: number;
}

const pauseMs = 150;
const offersAtMost = 12;
const valuesAsked = 100;
const facetOf: Readonly<Record<string, string>> = { ns: "namespace", is: "source" };
/** Their values are no values of lines. */
const unlisted = new Set(["after", "before", "around", "workload", "node"]);
const nothing: Completions = { offers: [], from: 0, to: 0 };

/** What the word at the caret may become: a field, or a value that lines of the rest of the query have. */
export function useCompletions(text: string, caret: number, enabled: boolean): Completions {
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const word = enabled ? wordAt(text, caret) : undefined;
  const rest = word ? restOf(text, word) : "";
  const readable = "query" in readQuery(rest, snapshot.capturedAt) ? rest : "";
  const [asked] = useDebouncedValue(readable, pauseMs);
  const field = word?.field?.toLowerCase();
  const facet = word?.field && (facetOf[word.field.toLowerCase()] ?? word.field);
  const values = useQuery({
    ...questions.facets(asked, [facet || "level"], valuesAsked),
    enabled: facet !== undefined && facet !== "" && !unlisted.has(facet),
    // Those of another field are none of this one.
    placeholderData: (before) => (before?.facets[0]?.field === facet ? keepPreviousData(before) : undefined),
  });
  const names = useQuery({ ...questions.logFields(asked), enabled: word !== undefined && field === undefined });
  if (!word) return nothing;
  const typed = word.typed.toLowerCase();
  const known = Object.entries<string>(logTexts.queryFields).map(([name, hint]) => ({ name, hint }));
  const others = (names.data?.fields ?? []).filter(({ name }) => !Object.hasOwn(logTexts.queryFields, name));
  const offers: Offer[] =
    field === undefined
      ? [...known, ...others.map(({ name, lines }) => ({ name, hint: countText(lines) }))]
          .filter(({ name }) => typed !== "" && name.toLowerCase().startsWith(typed) && /^[^\s()":]+$/.test(name))
          .map(({ name, hint }) => ({ label: `${name}:`, hint, insert: `${name}:` }))
      : (values.data?.facets[0]?.values ?? [])
          .filter(({ value }) => value !== "" && value.toLowerCase().includes(typed) && value.toLowerCase() !== typed)
          .map(({ value, lines }) => ({ label: value, hint: countText(lines), insert: `${formatValue(value)} ` }));
  return { offers: offers.slice(0, offersAtMost), from: word.from, to: word.to };
}

/** The query without the term that is typed. */
function restOf(text: string, { from, to, field }: { from: number; to: number; field: string | undefined }): string {
  const begin = text.slice(0, from - (field === undefined ? 0 : field.length + 1)).replace(/-$/, "");
  return `${begin} ${text.slice(to)}`.trim();
}
