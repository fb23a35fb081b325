import { storageClassOf } from "../columns/storage.ts";
import type { Verdict } from "../described-object.ts";
import { flag, isThere, type Json, number, records, text } from "../json.ts";
import {
  conditionOf,
  conditionsOf,
  explain,
  failing,
  type Judges,
  ok,
  toCondition,
  unknown,
  warning,
} from "./verdict.ts";

const pressures = ["MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable"];

function judgeNode(node: Json): Verdict {
  const ready = conditionsOf(node).find(({ type }) => type === "Ready");
  if (ready === undefined) return unknown;
  if (ready.status !== "True") return failing("NotReady", explain(ready));
  const pressed = pressures.flatMap((type) => conditionOf(node, { type, status: "True" }) ?? []);
  if (pressed.length > 0) return warning(pressed.map(({ type }) => type).join(", "), pressed[0]?.message ?? "");
  return flag(node, "spec.unschedulable") ? warning("SchedulingDisabled", "the node is cordoned") : ok;
}

function judgeNamespace(namespace: Json): Verdict {
  if (text(namespace, "status.phase") !== "Terminating") return ok;
  const left = conditionsOf(namespace).filter(({ type, status }) => /^Namespace/.test(type) && status === "True");
  return warning("Terminating", left.map(explain).join(" "));
}

function judgeClaim(claim: Json): Verdict {
  const phase = text(claim, "status.phase");
  const storageClass = storageClassOf(claim);
  const wanted = storageClass === "" ? "no StorageClass given" : `StorageClass ${storageClass}`;
  if (phase === "Lost") return failing("Lost", `its volume ${text(claim, "spec.volumeName")} is gone`);
  if (phase === "Pending") return warning("Pending", `not bound to a volume (${wanted})`);
  return isThere(claim, "metadata.deletionTimestamp") ? warning("Terminating") : ok;
}

function judgeVolume(volume: Json): Verdict {
  const message = text(volume, "status.message");
  const phase = text(volume, "status.phase");
  if (phase === "Failed") return failing("Failed", message);
  return phase === "Released" ? warning("Released", message || "its claim was deleted") : ok;
}

function judgeService(service: Json): Verdict {
  const isPending =
    text(service, "spec.type") === "LoadBalancer" && records(service, "status.loadBalancer.ingress").length === 0;
  return isPending ? warning("Pending", "the load balancer has no address yet") : ok;
}

/** Failing when one of these conditions has this status, in this order. */
function judgeBy(bad: readonly [string, string, "failing" | "warning"][]): (object: Json) => Verdict {
  return (object) => {
    for (const [type, status, health] of bad) {
      const found = conditionOf(object, { type, status });
      if (found !== undefined) {
        const word = status === "True" ? type : `Not ${type}`;
        return health === "failing" ? failing(word, explain(found)) : warning(word, explain(found));
      }
    }
    return conditionsOf(object).length === 0 ? unknown : ok;
  };
}

function judgeMachine(machine: Json): Verdict {
  const phase = text(machine, "status.phase");
  const message = text(machine, "status.errorMessage");
  if (phase === "Failed" || message !== "") return failing(phase || "Failed", message);
  if (phase === "") return unknown;
  return phase === "Running" ? ok : warning(phase);
}

function judgeRoute(route: Json): Verdict {
  const refused = records(route, "status.ingress")
    .flatMap((ingress) => records(ingress, "conditions").map(toCondition))
    .find(({ type, status }) => type === "Admitted" && status === "False");
  return refused === undefined ? ok : failing("not admitted", refused.reason, refused.message);
}

function judgeImageStream(stream: Json): Verdict {
  const failed = records(stream, "status.tags").find((tag) =>
    records(tag, "conditions").some(
      (item) => text(item, "type") === "ImportSuccess" && text(item, "status") === "False",
    ),
  );
  if (failed === undefined) return ok;
  const said = records(failed, "conditions").map((item) => text(item, "message"));
  return warning(`cannot import tag ${text(failed, "tag")}`, said[0] ?? "");
}

function judgeSigningRequest(request: Json): Verdict {
  const types = conditionsOf(request).map(({ type }) => type);
  if (types.includes("Failed")) return failing("Failed");
  return types.includes("Approved") || types.includes("Denied") ? ok : warning("Pending", "nobody has approved it");
}

export const clusterJudges: Judges = {
  "/nodes": judgeNode,
  "/namespaces": judgeNamespace,
  "/persistentvolumeclaims": judgeClaim,
  "/persistentvolumes": judgeVolume,
  "/services": judgeService,
  "certificates.k8s.io/certificatesigningrequests": judgeSigningRequest,
  "apiextensions.k8s.io/customresourcedefinitions": judgeBy([
    ["Established", "False", "failing"],
    ["NamesAccepted", "False", "failing"],
    ["Terminating", "True", "warning"],
  ]),
  "apiregistration.k8s.io/apiservices": judgeBy([["Available", "False", "failing"]]),
  "config.openshift.io/clusteroperators": judgeBy([
    ["Available", "False", "failing"],
    ["Degraded", "True", "failing"],
    ["Progressing", "True", "warning"],
  ]),
  "config.openshift.io/clusterversions": judgeBy([
    ["Failing", "True", "failing"],
    ["Available", "False", "failing"],
    ["Progressing", "True", "warning"],
  ]),
  "machineconfiguration.openshift.io/machineconfigpools": judgeBy([
    ["Degraded", "True", "failing"],
    ["NodeDegraded", "True", "failing"],
    ["RenderDegraded", "True", "failing"],
    ["Updating", "True", "warning"],
  ]),
  "machine.openshift.io/machines": judgeMachine,
  "route.openshift.io/routes": judgeRoute,
  "image.openshift.io/imagestreams": judgeImageStream,
  "storage.k8s.io/volumeattachments": (attachment) => {
    const said = text(attachment, "status.attachError.message") || text(attachment, "status.detachError.message");
    return said === "" ? ok : failing("cannot attach", said);
  },
  "/resourcequotas": (quota) =>
    (number(quota, "status.hard.pods") ?? 1) > 0 &&
    (number(quota, "status.used.pods") ?? 0) >= (number(quota, "status.hard.pods") ?? Number.POSITIVE_INFINITY)
      ? warning("the pods of its quota are used up")
      : ok,
};
