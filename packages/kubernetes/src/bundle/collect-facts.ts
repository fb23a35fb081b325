import type { CaptureFacts, Insight, Remark } from "@kubin/schema";
import { isObject, type JsonObject, objectAt, textAt } from "./json-object.ts";
import { groupOf } from "./kinds.ts";
import type { FoundFacts } from "./layout.ts";

/** The manifest takes so many. */
const maxInsights = 1000;

export interface FactCollector {
  object(object: JsonObject): void;
  /** What a document said of the whole. */
  found(facts: FoundFacts): void;
  facts(): Pick<CaptureFacts, "cluster" | "kubernetesVersion" | "capturedAt" | "analysis" | "remark">;
}

/** Gathers what the objects and documents of a bundle say of the cluster as a whole. */
export function collectFacts(): FactCollector {
  const kubelets = new Map<string, number>();
  let uid = "";
  let name = "";
  let serverVersion = "";
  let apiServerVersion = "";
  let capturedAt: Date | undefined;
  let remark: Remark | undefined;
  const analysis: Insight[] = [];
  return {
    object(object) {
      const kind = object.kind;
      if (kind === "Node") {
        const version = textAt(objectAt(objectAt(object, "status"), "nodeInfo"), "kubeletVersion");
        if (version !== "") kubelets.set(version, (kubelets.get(version) ?? 0) + 1);
      } else if (kind === "Namespace" && textAt(object.metadata, "name") === "kube-system") {
        uid = textAt(object.metadata, "uid") || uid;
      } else if (kind === "Infrastructure" && isOf(object, "config.openshift.io", "cluster")) {
        name = textAt(object.status, "infrastructureName") || name;
      } else if (kind === "ClusterVersion" && isOf(object, "config.openshift.io", "version")) {
        const desired = textAt(objectAt(objectAt(object, "status"), "desired"), "version");
        if (desired !== "") serverVersion = `OpenShift ${desired}`;
      }
    },
    found(facts) {
      const at = facts.capturedAt;
      if (at && (!capturedAt || at > capturedAt)) capturedAt = at;
      apiServerVersion ||= facts.apiServerVersion ?? "";
      serverVersion ||= facts.kubernetesVersion ?? "";
      name ||= facts.clusterName ?? "";
      uid ||= facts.clusterUid ?? "";
      remark ??= facts.remark;
      if (facts.analysis) analysis.push(...facts.analysis.slice(0, maxInsights - analysis.length));
    },
    facts() {
      const kubernetesVersion = (apiServerVersion || mostFrequent(kubelets) || serverVersion).slice(0, 100);
      const shown = name || uid.slice(0, 8);
      return {
        ...(shown === "" ? {} : { cluster: { name: shown, ...(uid === "" ? {} : { uid }) } }),
        ...(kubernetesVersion === "" ? {} : { kubernetesVersion }),
        ...(capturedAt ? { capturedAt: capturedAt.toISOString() } : {}),
        ...(analysis.length === 0 ? {} : { analysis }),
        ...(remark && { remark }),
      };
    },
  };
}

function isOf(object: JsonObject, group: string, name: string): boolean {
  return isObject(object.metadata) && object.metadata.name === name && groupOf(textAt(object, "apiVersion")) === group;
}

/** During an update nodes differ; the version of most is the cluster's, the newer of two equally frequent ones. */
function mostFrequent(versions: Map<string, number>): string | undefined {
  const ranked = [...versions].sort(
    ([a, countA], [b, countB]) => countB - countA || b.localeCompare(a, "en", { numeric: true }),
  );
  return ranked[0]?.[0];
}
