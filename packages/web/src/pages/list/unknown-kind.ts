import { knownKinds } from "@kubin/kubernetes";
import { useQuery } from "@tanstack/react-query";
import { failureOf } from "../../data/failure-of.ts";
import { isLive } from "../../data/is-live.ts";
import { useSnapshot } from "../../data/snapshot-context.ts";
import { useQuestions } from "../../data/use-questions.ts";
import { gapsAbout } from "../../parts/gaps-about.ts";

interface Kind {
  group: string;
  plural: string;
}

/** What Kubernetes calls a kind that it defines itself. */
export function knownKind({ group, plural }: Kind): string | undefined {
  return knownKinds.find((one) => one.group === group && one.plural === plural)?.kind;
}

/** Whether neither Kubernetes nor anything in the capture knows a kind; false until that is sure. */
export function useIsUnknown(kind: Kind): boolean {
  const { group, plural } = kind;
  const { snapshot } = useSnapshot();
  const questions = useQuestions();
  const { data: kinds } = useQuery(questions.kinds());
  const isHeld = kinds?.some((one) => one.group === group && one.plural === plural) ?? true;
  const asks = !isHeld && knownKind(kind) === undefined && !isLive(snapshot.state);
  const { data: overview } = useQuery({ ...questions.overview(), enabled: asks });
  // A custom resource is of a group with a dot in it, and may be defined where no object of it is.
  const mayBeCustom = group.includes(".");
  const definition = { group: "apiextensions.k8s.io", plural: "customresourcedefinitions", namespace: "" };
  const { error } = useQuery({
    ...questions.resource({ ...definition, name: `${plural}.${group}` }),
    enabled: asks && mayBeCustom,
  });
  if (!asks || !overview || gapsAbout(overview.coverage, plural).length > 0) return false;
  return !mayBeCustom || (error !== null && failureOf(error).code === "NOT_FOUND");
}
