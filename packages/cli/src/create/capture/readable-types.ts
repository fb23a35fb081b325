import { isObject, objectAt } from "@kubin/kubernetes";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import { readJson } from "../cluster/read-json.ts";
import { itemsOf } from "./discovered.ts";
import type { ResourceType } from "./resource-type.ts";

/** Whether a type may be listed in the namespace, by the rules of the caller. */
export type MayList = (type: Pick<ResourceType, "group" | "plural">) => boolean;

/**
 * What the caller may list in a namespace, in one question (`SelfSubjectRulesReview`); everything, where the answer is
 * not complete or not to be had: then asking for the lists tells it.
 */
export async function readableTypes(client: ClusterClient, namespace: string): Promise<MayList> {
  const body = { apiVersion: "authorization.k8s.io/v1", kind: "SelfSubjectRulesReview", spec: { namespace } };
  const path = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
  const answer = await readJson(client, { path, body });
  const status = answer.ok ? objectAt(answer.value, "status") : { incomplete: true };
  if (status.incomplete !== false) return () => true;
  const rules = itemsOf(status, "resourceRules").filter((rule) => has(rule, "verbs", "list") && !isNamed(rule));
  return ({ group, plural }) => rules.some((rule) => has(rule, "apiGroups", group) && has(rule, "resources", plural));
}

function has(rule: unknown, key: string, value: string): boolean {
  const all = itemsOf(rule, key);
  return all.includes("*") || all.includes(value);
}

/** A rule for some names alone lets nobody list. */
function isNamed(rule: unknown): boolean {
  return isObject(rule) && itemsOf(rule, "resourceNames").length > 0;
}
