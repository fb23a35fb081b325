import { isObject, type JsonObject, objectAt, textAt } from "../json-object.ts";

/**
 * An item of a typed list with its kind. YAML tells the kind of a list behind its items, and what kubectl dumps to its
 * output has no file names: there only the fields of the item tell which of the eight types it is. Others stay as they are.
 */
export function withKindByShape(object: JsonObject): JsonObject {
  if (textAt(object, "kind") !== "") return object;
  const kind = kindByShape(object);
  if (kind === undefined) return object;
  const apiVersion = ["Deployment", "DaemonSet", "ReplicaSet"].includes(kind) ? "apps/v1" : "v1";
  return { apiVersion, kind, ...object };
}

function kindByShape(object: JsonObject): string | undefined {
  const spec = objectAt(object, "spec");
  const status = objectAt(object, "status");
  if (isObject(object.involvedObject)) return "Event";
  if (Array.isArray(spec.containers)) return "Pod";
  if (isObject(status.nodeInfo)) return "Node";
  if (isObject(spec.template)) return workload(spec);
  return "sessionAffinity" in spec || "clusterIP" in spec ? "Service" : undefined;
}

function workload(spec: JsonObject): string {
  if (isObject(spec.strategy)) return "Deployment";
  if (isObject(spec.updateStrategy)) return "DaemonSet";
  const selector = objectAt(spec, "selector");
  // A replication controller's selector is the labels themselves.
  return isObject(selector.matchLabels) || Array.isArray(selector.matchExpressions)
    ? "ReplicaSet"
    : "ReplicationController";
}
