import { isObject, type JsonObject, objectAt, textAt } from "../json-object.ts";
import type { LayoutReader, Role } from "../layout.ts";
import { insightsType } from "./insights-types.ts";

export const insights: LayoutReader = {
  layout: "insights",
  lookedFor: "an archive of the Insights operator (config/, insights-operator/gathers.json)",
  rootOf(path) {
    const steps = path.split("/");
    // A must-gather holds whole archives of this kind in a folder of that name; they are documents of it.
    if (steps.includes("insights-data")) return undefined;
    const proof = steps.findIndex((_, at) => isProof(steps.slice(at)));
    if (proof === -1) return undefined;
    return steps
      .slice(0, proof)
      .map((step) => `${step}/`)
      .join("");
  },
  open: () => roleOf,
};

const excerpt = "The Insights operator gathers the end of a log, or some of its lines: this is not the whole log.";
const provingFolders = new Set(["clusteroperator", "pod", "node", "machineconfigpools"]);

function isProof([first, second = "", ...rest]: readonly string[]): boolean {
  if (first === "insights-operator") return second === "gathers.json" && rest.length === 0;
  if (first === "config") return provingFolders.has(second) && (rest.at(-1) ?? "").endsWith(".json");
  return first === "conditional" && second === "namespaces" && rest[1] === "pods";
}

function roleOf(path: string): Role {
  const steps = path.split("/");
  const [first = "", second = "", third = ""] = steps;
  if (first === "conditional" && second === "namespaces") return inNamespace(steps.slice(2));
  if (first === "config" && second === "secrets") {
    const detail = "Values out of Secrets, masked by the Insights operator, are not sent.";
    return { role: "skipped", group: "values of Secrets", namespace: third, detail };
  }
  if (first === "events" && steps.length === 2) return eventsOf(second.replace(/\.json$/, ""));
  if (first === "config" && second === "pod" && steps[3] === "logs") return logOfPod(steps.slice(2));
  if (path.endsWith(".json")) {
    const type = insightsType(steps);
    if (type) return { role: "objects", ...type, repair: (object) => repaired(object, steps) };
  }
  if (first === "namespaces") return inNamespace(steps.slice(1));
  return first === "config" && second === "configmaps" && steps.length === 5
    ? { role: "document", namespace: third }
    : { role: "document" };
}

/** `<namespace>/pods/<pod>/containers/<container>/<logs|logs-previous>/last-<n>-lines.log`, and objects of rules. */
function inNamespace(steps: readonly string[]): Role {
  const [namespace = "", type = "", name = "", fourth = "", container = "", logs = "", file = ""] = steps;
  if (type === "pods" && fourth === "containers" && steps.length === 7 && /^logs(-previous)?$/.test(logs)) {
    const source = logs === "logs" && !file.startsWith("previous") ? "current" : "previous";
    return { role: "log", stream: { namespace, pod: name, container, source }, excerpt };
  }
  if (type === "pods" && fourth === `${name}.json`)
    return { role: "objects", apiVersion: "v1", kind: "Pod", namespace };
  if (type === "imagestreams" && name.endsWith(".json") && steps.length === 3) {
    return { role: "objects", apiVersion: "image.openshift.io/v1", kind: "ImageStream", namespace };
  }
  return { role: "document", namespace };
}

/**
 * `<namespace>/logs/<pod>/<container>_<current|previous>.log`. The others, `errors.log` and `messages.log`, are lines
 * that were searched for in all containers of the pod.
 */
function logOfPod([namespace = "", , pod = "", file = "", ...rest]: readonly string[]): Role {
  const [, container, source] = /^([a-z0-9-]{1,63})_(current|previous)\.log$/.exec(file) ?? [];
  if (container === undefined || rest.length > 0) return { role: "document", namespace };
  const stream = { namespace, pod, container, source: source === "previous" ? "previous" : "current" } as const;
  return { role: "log", stream, excerpt };
}

/** Events are gathered in a short form without name and object: `{namespace, lastTimestamp, reason, message, type}`. */
function eventsOf(namespace: string): Role {
  let number = 0;
  return {
    role: "objects",
    apiVersion: "v1",
    kind: "Event",
    plural: "events",
    namespace,
    repair({ namespace: told, ...event }) {
      number++;
      if (isObject(event.metadata)) return event;
      const metadata = { name: `event-${number}`, namespace: typeof told === "string" ? told : namespace };
      return { ...event, metadata };
    },
  };
}

/** Undoes what the operator's own types do to objects: no metadata, or the names of Go fields. */
function repaired(object: JsonObject, steps: readonly string[]): JsonObject {
  if (isObject(object.ObjectMeta)) {
    const { ObjectMeta: metadata, Spec, Status } = object;
    return { metadata, spec: lowerKeys(Spec), status: lowerKeys(Status) };
  }
  const name = textAt(object, "name");
  if (isObject(object.metadata) || name === "") return object;
  const { name: _, ...rest } = object;
  // config/clusteroperator/<group>/<kind>/[<namespace>/]<name>.json
  const namespace = steps.length === 6 ? { namespace: steps[4] } : {};
  return { ...rest, metadata: { name, ...namespace } };
}

function lowerKeys(fields: unknown): JsonObject {
  return Object.fromEntries(
    Object.entries(objectAt({ fields }, "fields")).map(([key, value]) => [
      key === "UID" ? "uid" : key.slice(0, 1).toLowerCase() + key.slice(1),
      value,
    ]),
  );
}
