import type { RelatedObject } from "@kubin/schema";
import { useQueries } from "@tanstack/react-query";
import { useQuestions } from "../data/use-questions.ts";
import { podsOf } from "./pods-of.ts";

/** A CronJob keeps a handful of Jobs; of one that keeps more the newest tell enough. */
const jobsAtMost = 10;

interface FoundPods {
  /** Each once, trouble first; undefined until they are known. */
  pods: readonly RelatedObject[] | undefined;
  error: unknown;
  again: () => void;
}

/** The pods that an object owns or selects; of what owns Jobs, a CronJob, those of its Jobs too. */
export function usePodsOf(related: readonly RelatedObject[] | undefined): FoundPods {
  const questions = useQuestions();
  const jobs = useQueries({ queries: jobsIn(related ?? []).map((job) => questions.resource(job)) });
  const failed = jobs.find(({ error }) => error !== null);
  const known = related !== undefined && jobs.every(({ data }) => data !== undefined);
  return {
    pods: known ? podsOf([...related, ...jobs.flatMap(({ data }) => data?.related ?? [])]) : undefined,
    error: failed?.error,
    again: () => void failed?.refetch(),
  };
}

function jobsIn(related: readonly RelatedObject[]) {
  return related
    .filter((one) => one.kind === "Job" && one.group === "batch" && one.relation === "child" && one.captured)
    .sort((a, b) => (b.createdAt ?? "").localeCompare(a.createdAt ?? ""))
    .slice(0, jobsAtMost)
    .map(({ group, plural, namespace, name }) => ({ group, plural, namespace, name }));
}
