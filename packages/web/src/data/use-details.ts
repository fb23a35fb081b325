import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { useQueries } from "@tanstack/react-query";
import { useSettled } from "../parts/settle.tsx";
import { useQuestions } from "./use-questions.ts";

interface Details {
  /** Those that came, in the order asked. */
  details: ResourceDetail[];
  waiting: boolean;
  /** How many could not be read. */
  failed: number;
}

/** Whole objects for a few that something names; what was not captured is not asked for. Its page is shown with them. */
export function useDetails(objects: readonly RelatedObject[], atMost: number): Details {
  const questions = useQuestions();
  const answers = useQueries({
    queries: objects
      .filter(({ captured }) => captured)
      .slice(0, atMost)
      .map(({ group, plural, namespace, name }) => questions.resource({ group, plural, namespace, name })),
  });
  const waiting = answers.some(({ data, error }) => !data && !error);
  useSettled(waiting);
  return {
    details: answers.flatMap(({ data }) => data ?? []),
    waiting,
    failed: answers.filter(({ error }) => error).length,
  };
}
