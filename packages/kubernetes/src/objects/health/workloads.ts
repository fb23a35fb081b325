import { desiredReplicas } from "../columns/workloads.ts";
import type { Verdict } from "../described-object.ts";
import { flag, type Json, number, text } from "../json.ts";
import { complaintOf } from "./complaint-of.ts";
import { judgePod } from "./pods.ts";
import { conditionOf, explain, failing, type Judges, ok, warning } from "./verdict.ts";

/** None of what is wanted: failing; some: warning. `why` is what the controller says about it. */
function judgeCount(counts: { have: number; want: number; what: string; why: string }): Verdict {
  const { have, want, what, why } = counts;
  if (have >= want) return ok;
  const line = `${have} of ${want} ${what}`;
  return have <= 0 ? failing(line, why) : warning(line, why);
}

function judgeReplicas(object: Json, have: { field: string; what: string }): Verdict {
  const want = desiredReplicas(object);
  if (want === 0) return ok;
  const why = complaintOf(object);
  const verdict = judgeCount({ have: number(object, `status.${have.field}`) ?? 0, want, what: have.what, why });
  if (why !== "" && verdict.health === "ok") return warning(why);
  return verdict;
}

function judgeDaemonSet(set: Json): Verdict {
  const want = number(set, "status.desiredNumberScheduled") ?? 0;
  const have = number(set, "status.numberAvailable") ?? 0;
  const misplaced = number(set, "status.numberMisscheduled") ?? 0;
  const verdict = judgeCount({ have, want, what: "available", why: "" });
  if (verdict.health !== "ok" || misplaced === 0) return verdict;
  return warning(`${misplaced} on nodes where it should not run`);
}

function judgeJob(job: Json): Verdict {
  const failed = conditionOf(job, { type: "Failed", status: "True" });
  if (failed !== undefined) return failing(failed.reason || "Failed", failed.message);
  if (conditionOf(job, { type: "Complete", status: "True" }) !== undefined) return ok;
  const tries = number(job, "status.failed") ?? 0;
  return tries > 0 ? warning(`${tries} failed ${tries === 1 ? "pod" : "pods"} so far`) : ok;
}

function judgeAutoscaler(hpa: Json): Verdict {
  const conditions = annotatedConditions(hpa);
  const unable = conditionOf(conditions, { type: "AbleToScale", status: "False" });
  if (unable !== undefined) return failing("Unable to scale", explain(unable));
  const inactive = conditionOf(conditions, { type: "ScalingActive", status: "False" });
  if (inactive !== undefined && inactive.reason !== "ScalingDisabled") {
    return failing("Unable to scale", explain(inactive));
  }
  const limited = conditionOf(conditions, { type: "ScalingLimited", status: "True" });
  return limited?.reason === "TooManyReplicas" ? warning("At its maximum", explain(limited)) : ok;
}

/** autoscaling/v1 carries the conditions as JSON in an annotation. */
function annotatedConditions(hpa: Json): Json {
  const annotations = hpa.metadata !== null && typeof hpa.metadata === "object" ? hpa.metadata : {};
  const holder: unknown = "annotations" in annotations ? annotations.annotations : undefined;
  const written = readAnnotation(holder, "autoscaling.alpha.kubernetes.io/conditions");
  if (written === undefined || written.length > 100_000) return hpa;
  try {
    const conditions: unknown = JSON.parse(written);
    return { status: { conditions } };
  } catch {
    return hpa;
  }
}

function readAnnotation(annotations: unknown, name: string): string | undefined {
  const found = Object.entries(annotations ?? {}).find(([key]) => key === name)?.[1];
  return typeof found === "string" ? found : undefined;
}

function judgeBudget(budget: Json): Verdict {
  const healthy = number(budget, "status.currentHealthy") ?? 0;
  const wanted = number(budget, "status.desiredHealthy") ?? 0;
  return healthy < wanted ? warning(`${healthy} of ${wanted} needed pods healthy`, "evictions are blocked") : ok;
}

export const workloadJudges: Judges = {
  "/pods": judgePod,
  "/replicationcontrollers": (object) => judgeReplicas(object, { field: "readyReplicas", what: "ready" }),
  "apps/replicasets": (object) => judgeReplicas(object, { field: "readyReplicas", what: "ready" }),
  "apps/statefulsets": (object) => judgeReplicas(object, { field: "readyReplicas", what: "ready" }),
  "apps/deployments": (object) => judgeReplicas(object, { field: "availableReplicas", what: "available" }),
  "apps.openshift.io/deploymentconfigs": (object) =>
    judgeReplicas(object, { field: "availableReplicas", what: "available" }),
  "machine.openshift.io/machinesets": (object) =>
    (number(object, "spec.replicas") ?? 0) === 0
      ? ok
      : judgeReplicas(object, { field: "availableReplicas", what: "available" }),
  "apps/daemonsets": judgeDaemonSet,
  "batch/jobs": judgeJob,
  "batch/cronjobs": (job) => (flag(job, "spec.suspend") ? warning("Suspended") : ok),
  "autoscaling/horizontalpodautoscalers": judgeAutoscaler,
  "policy/poddisruptionbudgets": judgeBudget,
  "/events": judgeEvent,
  "events.k8s.io/events": judgeEvent,
};

function judgeEvent(event: Json): Verdict {
  return text(event, "type") === "Warning" ? warning(text(event, "reason")) : ok;
}
