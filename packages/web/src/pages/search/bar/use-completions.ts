import { type Completion, completeQuery, isAskable } from "@kubin/logs";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useSnapshot } from "../../../data/snapshot-context.ts";
import { useQuestions } from "../../../data/use-questions.ts";
import { readQuery } from "../../../logs/read-query.ts";
import { countText } from "../../../plain/count-text.ts";

export interface Offer {
  /** What is shown; perhaps captured text. */
  label: string;
  /** What it means, or how many lines have it. */
  hint: string;
  /** What is put in. */
  insert: string;
}

interface Completions {
  offers: readonly Offer[];
  /** What is replaced; undefined where nothing can be. */
  completion: Completion | undefined;
}

const pauseMs = 150;
const offersAtMost = 12;
const valuesAsked = 100;
/** What the lines say nothing of. */
const unlisted = new Set(["after", "before", "around", "workload", "node", "is"]);

/** What the word at the caret may become: a field, or a value that lines of the rest of the query have. */
export function useCompletions(text: string, caret: number, enabled: boolean): Completions {
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const completion = enabled ? completeQuery(text, caret) : undefined;
  const rest = completion ? restOf(text, completion) : "";
  const [asked] = useDebouncedValue("query" in readQuery(rest, snapshot.capturedAt) ? rest : "", pauseMs);
  const field = completion?.kind === "value" ? completion.field : undefined;
  const values = useQuery({
    ...questions.facets(asked, [field ?? "level"], valuesAsked),
    enabled: field !== undefined && !unlisted.has(field),
    // Those of another field are none of this one.
    placeholderData: (before) => (before?.facets[0]?.field === field ? before : undefined),
  });
  const isName = completion?.kind === "field" && completion.typed !== "";
  const names = useQuery({ ...questions.logFields(asked), enabled: isName });
  if (!completion || (completion.kind === "field" && !isName)) return { offers: [], completion: undefined };
  const typed = completion.typed.toLowerCase();
  const counted = isName
    ? (names.data?.fields ?? [])
        .filter(({ name }) => name.toLowerCase().startsWith(typed) && isAskable(name))
        .map(({ name, lines }) => ({ text: name, shown: `${name}:`, lines }))
    : (values.data?.facets[0]?.values ?? [])
        .filter(({ value }) => value !== "" && value.toLowerCase().includes(typed) && value.toLowerCase() !== typed)
        .map(({ value, lines }) => ({ text: value, shown: value, lines }));
  const lines = new Map(counted.map((one) => [one.shown, countText(one.lines)]));
  const known = completion.options.map(({ insert, label, detail }) => {
    const count = lines.get(label);
    return { label, hint: count === undefined ? detail : `${detail} · ${count}`, insert };
  });
  const others = counted
    .filter(({ shown }) => known.every(({ label }) => label !== shown))
    .map(({ text: insert, shown }) => ({ label: shown, hint: lines.get(shown) ?? "", insert }));
  return { offers: [...known, ...others].slice(0, offersAtMost), completion };
}

/** The query without the term that is typed. */
function restOf(text: string, { from, to }: Completion): string {
  return `${text.slice(0, from).replace(/[^\s()]*$/, "")} ${text.slice(to)}`.trim();
}
