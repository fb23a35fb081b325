import { useQuery } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import { usePodsOf } from "../object/use-pods-of.ts";
import type { ObjectRef } from "../place/object-ref.ts";

interface LoggedPods {
  /** Names, trouble first; undefined until they are known. */
  pods: readonly string[] | undefined;
  error: unknown;
  again: () => void;
}

/** The pods whose logs an object means: itself, or those it selects or owns. */
export function useLoggedPods(target: ObjectRef): LoggedPods {
  const isPod = target.group === "" && target.plural === "pods";
  const questions = useQuestions();
  const query = useQuery({ ...questions.resource(target), enabled: !isPod });
  const found = usePodsOf(query.data?.related);
  if (isPod) return { pods: [target.name], error: undefined, again: () => undefined };
  if (query.error) return { pods: undefined, error: query.error, again: () => void query.refetch() };
  return { ...found, pods: found.pods?.map(({ name }) => name) };
}
