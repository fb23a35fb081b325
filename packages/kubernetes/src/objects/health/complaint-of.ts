import type { Json } from "../json.ts";
import { conditionOf, explain } from "./verdict.ts";

/** Which pod was refused says nothing: it never came to be. */
const refusedPod = /^pods "[^"]*" is forbidden: /;

/**
 * What a controller of pods says is wrong beside its pods: it may not create them, or its rollout does not get on; ""
 * where nothing is. "Does not have minimum availability" is no news beside the count.
 */
export function complaintOf(object: Json): string {
  const refused = conditionOf(object, { type: "ReplicaFailure", status: "True" });
  if (refused !== undefined) {
    const said = explain(refused);
    return refusedPod.test(said) ? `new pods are refused: ${said.replace(refusedPod, "")}` : said;
  }
  const stalled = conditionOf(object, { type: "Progressing", status: "False" });
  if (stalled !== undefined) return `the rollout does not progress: ${explain(stalled)}`;
  const short = conditionOf(object, { type: "Available", status: "False" });
  return short === undefined || short.reason === "MinimumReplicasUnavailable" ? "" : explain(short);
}
