import { asText, dig, isThere, type Json, list, record, records, text, textMap } from "./json.ts";
import { splitApiVersion } from "./object-key.ts";
import type { Requirement, Selector } from "./selector.ts";

const labelSelectorAt: Record<string, string> = {
  Deployment: "spec.selector",
  ReplicaSet: "spec.selector",
  StatefulSet: "spec.selector",
  DaemonSet: "spec.selector",
  Job: "spec.selector",
  PodDisruptionBudget: "spec.selector",
  NetworkPolicy: "spec.podSelector",
};
const labelMapAt: Record<string, string> = {
  Service: "spec.selector",
  ReplicationController: "spec.selector",
  DeploymentConfig: "spec.selector",
};
const groups = new Set(["", "apps", "batch", "extensions", "policy", "networking.k8s.io", "apps.openshift.io"]);

/**
 * The pods an object of this kind selects in its own namespace, or undefined where it selects none by label: other
 * kinds, a service without selector. An empty selector of a network policy or disruption budget means all pods.
 */
export function selectorOf(object: Json): Selector | undefined {
  const kind = text(object, "kind");
  if (!groups.has(splitApiVersion(text(object, "apiVersion")).group)) return undefined;
  const mapPath = Object.hasOwn(labelMapAt, kind) ? labelMapAt[kind] : undefined;
  if (mapPath !== undefined) {
    const selector = fromMap(textMap(object, mapPath));
    return selector.length > 0 ? selector : undefined;
  }
  const path = Object.hasOwn(labelSelectorAt, kind) ? labelSelectorAt[kind] : undefined;
  if (path === undefined || !isThere(object, path)) return undefined;
  const selector = readLabelSelector(dig(object, path));
  const emptyMeansAll = kind === "NetworkPolicy" || kind === "PodDisruptionBudget";
  return selector.length > 0 || emptyMeansAll ? selector : undefined;
}

/** A `metav1.LabelSelector`: matchLabels and matchExpressions. */
export function readLabelSelector(value: unknown): Selector {
  return [...fromMap(textMap(value, "matchLabels")), ...records(value, "matchExpressions").flatMap(fromExpression)];
}

function fromMap(labels: Record<string, string>): Selector {
  return Object.entries(labels).map(([key, value]) => ({ key, op: "in", values: [value] }));
}

const operators: Record<string, Requirement["op"]> = {
  In: "in",
  NotIn: "notin",
  Exists: "exists",
  DoesNotExist: "absent",
};

function fromExpression(expression: Json): Requirement[] {
  const name = text(expression, "operator");
  const op = Object.hasOwn(operators, name) ? operators[name] : undefined;
  // An operator nobody knows selects nothing rather than too much.
  if (op === undefined) return [{ key: text(expression, "key"), op: "in", values: [] }];
  const values = list(record(expression).values).map(asText);
  return [{ key: text(expression, "key"), op, values }];
}
