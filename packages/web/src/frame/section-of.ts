export const sections = ["workloads", "config", "network", "storage", "access", "custom"] as const;
export type Section = (typeof sections)[number];

/** Plurals of each section in the order they are shown; with their group, core where none is written. */
const known: Readonly<Record<Exclude<Section, "custom">, readonly string[]>> = {
  workloads: [
    "pods",
    "deployments.apps",
    "daemonsets.apps",
    "statefulsets.apps",
    "replicasets.apps",
    "replicationcontrollers",
    "jobs.batch",
    "cronjobs.batch",
    "podtemplates",
    "controllerrevisions.apps",
  ],
  config: [
    "configmaps",
    "secrets",
    "resourcequotas",
    "limitranges",
    "horizontalpodautoscalers.autoscaling",
    "poddisruptionbudgets.policy",
    "priorityclasses.scheduling.k8s.io",
    "runtimeclasses.node.k8s.io",
    "leases.coordination.k8s.io",
    "mutatingwebhookconfigurations.admissionregistration.k8s.io",
    "validatingwebhookconfigurations.admissionregistration.k8s.io",
    "customresourcedefinitions.apiextensions.k8s.io",
    "apiservices.apiregistration.k8s.io",
    "componentstatuses",
  ],
  network: [
    "services",
    "endpoints",
    "endpointslices.discovery.k8s.io",
    "ingresses.networking.k8s.io",
    "ingresses.extensions",
    "ingressclasses.networking.k8s.io",
    "networkpolicies.networking.k8s.io",
  ],
  storage: [
    "persistentvolumeclaims",
    "persistentvolumes",
    "storageclasses.storage.k8s.io",
    "volumeattachments.storage.k8s.io",
    "csidrivers.storage.k8s.io",
    "csinodes.storage.k8s.io",
    "csistoragecapacities.storage.k8s.io",
  ],
  access: [
    "serviceaccounts",
    "roles.rbac.authorization.k8s.io",
    "rolebindings.rbac.authorization.k8s.io",
    "clusterroles.rbac.authorization.k8s.io",
    "clusterrolebindings.rbac.authorization.k8s.io",
    "certificatesigningrequests.certificates.k8s.io",
  ],
};

/** Where a kind stands in the navigation, and its place there. What is not built in is custom. */
export function sectionOf(kind: { group: string; plural: string }): { section: Section; order: number } {
  const name = kind.group === "" ? kind.plural : `${kind.plural}.${kind.group}`;
  for (const section of sections) {
    if (section === "custom") break;
    const order = known[section].indexOf(name);
    if (order >= 0) return { section, order };
  }
  return { section: "custom", order: 0 };
}
