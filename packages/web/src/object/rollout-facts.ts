import { at, type Json, numberAt, textAt } from "./read-json.ts";

export interface Rollout {
  desired: number;
  updated: number | undefined;
  ready: number;
  available: number | undefined;
  paused: boolean;
  /** The controller has not yet seen the last change of the spec. */
  unseen: boolean;
  revision: string;
  strategy: string;
  /** Seconds; undefined where the kind has none. */
  deadline: number | undefined;
}

const revisionKeys = ["deployment.kubernetes.io/revision", "openshift.io/deployment-config.latest-version"];

/** How far a workload is with what it was told. Absent counts of a status are 0, as Go leaves zeros out. */
export function rolloutFacts(object: Json): Rollout {
  const kind = textAt(object, "kind");
  const isDaemon = kind === "DaemonSet";
  const updatedAt = isDaemon ? "updatedNumberScheduled" : "updatedReplicas";
  const isReplicas = kind === "ReplicaSet" || kind === "ReplicationController";
  const observed = numberAt(object, "status", "observedGeneration");
  const generation = numberAt(object, "metadata", "generation");
  return {
    desired: isDaemon
      ? (numberAt(object, "status", "desiredNumberScheduled") ?? 0)
      : (numberAt(object, "spec", "replicas") ?? 1),
    updated: isReplicas ? undefined : (numberAt(object, "status", updatedAt) ?? 0),
    ready: numberAt(object, "status", isDaemon ? "numberReady" : "readyReplicas") ?? 0,
    available: numberAt(object, "status", isDaemon ? "numberAvailable" : "availableReplicas") ?? 0,
    paused: at(object, "spec", "paused") === true,
    unseen: observed !== undefined && generation !== undefined && observed < generation,
    revision: revisionOf(object),
    strategy: strategyOf(object),
    deadline: numberAt(object, "spec", "progressDeadlineSeconds"),
  };
}

/** The number of the revision, "" where the object tells none. */
export function revisionOf(object: Json): string {
  const annotated = revisionKeys.map((key) => textAt(object, "metadata", "annotations", key)).find(Boolean);
  return annotated ?? (textAt(object, "status", "updateRevision") || textAt(object, "status", "latestVersion"));
}

function strategyOf(object: Json): string {
  for (const key of ["strategy", "updateStrategy"]) {
    const type = textAt(object, "spec", key, "type");
    if (!type) continue;
    const rolling = at(object, "spec", key, "rollingUpdate") ?? at(object, "spec", key, "rollingParams");
    const words = [
      ["maxUnavailable", "unavailable at most"],
      ["maxSurge", "above at most"],
      ["partition", "partition"],
    ].flatMap(([name = "", word]) => {
      const value = textAt(rolling, name);
      return value === "" || (name === "partition" && value === "0") ? [] : [`${value} ${word}`];
    });
    return [type, ...words].join(", ");
  }
  return "";
}

/** Images of the pod template, or of a pod. */
export function imagesOf(object: Json): string[] {
  const spec = at(object, "spec", "template", "spec") ?? at(object, "spec");
  const containers = at(spec, "containers");
  return Array.isArray(containers) ? containers.map((one) => textAt(one, "image")).filter(Boolean) : [];
}
