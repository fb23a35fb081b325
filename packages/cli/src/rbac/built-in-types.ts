import type { RbacType } from "./rbac-type.ts";

/** Namespaced and cluster-scoped plurals of a group, blank between them. */
interface Plurals {
  namespaced?: string;
  cluster?: string;
}

/** What every Kubernetes 1.34 serves and lets be listed, with its defaults. Another release may lack some: no harm. */
const builtIn: Readonly<Record<string, Plurals>> = {
  "": {
    namespaced:
      "configmaps endpoints events limitranges persistentvolumeclaims pods podtemplates replicationcontrollers resourcequotas secrets serviceaccounts services",
    cluster: "componentstatuses namespaces nodes persistentvolumes",
  },
  "admissionregistration.k8s.io": {
    cluster:
      "mutatingwebhookconfigurations validatingadmissionpolicies validatingadmissionpolicybindings validatingwebhookconfigurations",
  },
  "apiextensions.k8s.io": { cluster: "customresourcedefinitions" },
  "apiregistration.k8s.io": { cluster: "apiservices" },
  apps: { namespaced: "controllerrevisions daemonsets deployments replicasets statefulsets" },
  autoscaling: { namespaced: "horizontalpodautoscalers" },
  batch: { namespaced: "cronjobs jobs" },
  "certificates.k8s.io": { cluster: "certificatesigningrequests" },
  "coordination.k8s.io": { namespaced: "leases" },
  "discovery.k8s.io": { namespaced: "endpointslices" },
  "events.k8s.io": { namespaced: "events" },
  "flowcontrol.apiserver.k8s.io": { cluster: "flowschemas prioritylevelconfigurations" },
  "networking.k8s.io": {
    namespaced: "ingresses networkpolicies",
    cluster: "ingressclasses ipaddresses servicecidrs",
  },
  "node.k8s.io": { cluster: "runtimeclasses" },
  policy: { namespaced: "poddisruptionbudgets" },
  "rbac.authorization.k8s.io": { namespaced: "rolebindings roles", cluster: "clusterrolebindings clusterroles" },
  "resource.k8s.io": {
    namespaced: "resourceclaims resourceclaimtemplates",
    cluster: "deviceclasses resourceslices",
  },
  "scheduling.k8s.io": { cluster: "priorityclasses" },
  "storage.k8s.io": {
    namespaced: "csistoragecapacities",
    cluster: "csidrivers csinodes storageclasses volumeattachments volumeattributesclasses",
  },
};

/** Custom groups that many clusters have, so that `--group` needs the name alone. */
const wellKnown: Readonly<Record<string, Plurals>> = {
  "acme.cert-manager.io": { namespaced: "challenges orders" },
  "argoproj.io": {
    namespaced: "analysisruns applications applicationsets appprojects cronworkflows experiments rollouts workflows",
  },
  "cert-manager.io": { namespaced: "certificaterequests certificates issuers", cluster: "clusterissuers" },
  "gateway.networking.k8s.io": {
    namespaced: "backendtlspolicies gateways grpcroutes httproutes referencegrants",
    cluster: "gatewayclasses",
  },
  "helm.toolkit.fluxcd.io": { namespaced: "helmreleases" },
  "kustomize.toolkit.fluxcd.io": { namespaced: "kustomizations" },
  "metrics.k8s.io": { namespaced: "pods", cluster: "nodes" },
  "monitoring.coreos.com": {
    namespaced: "alertmanagers podmonitors probes prometheuses prometheusrules servicemonitors thanosrulers",
  },
  "networking.istio.io": { namespaced: "destinationrules gateways serviceentries sidecars virtualservices" },
  "security.istio.io": { namespaced: "authorizationpolicies peerauthentications requestauthentications" },
  "snapshot.storage.k8s.io": {
    namespaced: "volumesnapshots",
    cluster: "volumesnapshotclasses volumesnapshotcontents",
  },
};

/** The types of every cluster, as far as nobody asks one. */
export const builtInTypes: readonly RbacType[] = Object.keys(builtIn).flatMap((group) => typesOf(group, builtIn));

export const wellKnownGroups: readonly string[] = Object.keys(wellKnown);

/** The types of a custom group; empty where it is not a known one. */
export function wellKnownTypes(group: string): RbacType[] {
  return typesOf(group, wellKnown);
}

function typesOf(group: string, table: Readonly<Record<string, Plurals>>): RbacType[] {
  const { namespaced = "", cluster = "" } = (Object.hasOwn(table, group) && table[group]) || {};
  const named = (plurals: string) => plurals.split(" ").filter((plural) => plural !== "");
  return [
    ...named(namespaced).map((plural) => ({ group, plural, namespaced: true })),
    ...named(cluster).map((plural) => ({ group, plural, namespaced: false })),
  ];
}
