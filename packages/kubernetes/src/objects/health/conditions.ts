import type { Verdict } from "../described-object.ts";
import { type Json, text } from "../json.ts";
import { type Condition, conditionsOf, explain, failing, ok, unknown, warning } from "./verdict.ts";

/** Conditions whose "False" means that the thing is not what it should be. */
const good = new Set([
  "Ready",
  "Available",
  "Healthy",
  "Established",
  "Programmed",
  "Reconciled",
  "Synced",
  "Accepted",
]);
/** Conditions whose "True" means trouble. */
const bad = new Set(["Degraded", "Failed", "Failing", "Stalled", "Error", "ReconcileError", "Failure"]);
/** Not ready on purpose, or not yet. */
const meant = /complet|succe|suspend|paus|disabled|scaled|inactive|stopped|standby|idle|finished|unused|notneeded/i;
const trouble =
  /fail|error|invalid|denied|forbidden|notfound|missing|backoff|timeout|unavailable|crash|refused|expired/i;

/**
 * Judges an object nobody here knows by the conventions of `metav1.Condition` (kstatus: Ready, Stalled; OpenShift:
 * Available, Degraded). Conventions vary, so only what is clearly wrong is called failing, and "Unknown" is no news.
 */
export function judgeByConditions(object: Json): Verdict {
  const conditions = conditionsOf(object);
  const worst = conditions.map(judgeCondition).sort((left, right) => rank(right) - rank(left))[0];
  if (worst !== undefined && rank(worst) > 0) return worst;
  return judgeByPhase(object) ?? worst ?? unknown;
}

/** Conditions of well-known kinds that say the same beside the conventions: pods, nodes, HPAs, workloads. */
const goodOfKnown = new Set(["PodScheduled", "ContainersReady", "ScalingActive", "AbleToScale", "Admitted"]);
const badOfKnown = new Set([
  "ReplicaFailure",
  "MemoryPressure",
  "DiskPressure",
  "PIDPressure",
  "NetworkUnavailable",
  "FailureTarget",
]);

/** Whether a condition tells of trouble, by conventions and for well-known kinds; "Unknown" does where it was good. */
export function isTrouble({ type, status, reason }: { type: string; status: string; reason: string }): boolean {
  if (good.has(type) || goodOfKnown.has(type)) return status !== "True" && !meant.test(reason);
  return status === "True" && (bad.has(type) || badOfKnown.has(type) || /.(Degraded|Failed|Failing)$/.test(type));
}

function rank({ health }: Verdict): number {
  return ["unknown", "ok", "warning", "failing"].indexOf(health) - 1;
}

function judgeCondition(condition: Condition): Verdict {
  const { type, status, reason } = condition;
  const told = explain(condition);
  if (good.has(type) && status === "True") return ok;
  if (good.has(type) && status === "False") {
    if (meant.test(reason)) return ok;
    if (type === "Available" || trouble.test(reason)) return failing(`Not ${type}`, reason, condition.message);
    return warning(`Not ${type}`, reason, condition.message);
  }
  if (status !== "True") return unknown;
  if (bad.has(type)) return failing(type, told);
  // Operators of OpenShift sum many of these up with patience, and report the sum elsewhere.
  return /.(Degraded|Failed|Failing)$/.test(type) ? warning(type, told) : unknown;
}

function judgeByPhase(object: Json): Verdict | undefined {
  const phase = text(object, "status.phase") || text(object, "status.state");
  if (!/^(failed|failure|error|degraded|faulted|crash.*)$/i.test(phase)) return undefined;
  return warning(phase, text(object, "status.message") || text(object, "status.reason"));
}
