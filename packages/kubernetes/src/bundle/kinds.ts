/** Kinds whose plural no rule of English gives; Kubernetes and OpenShift API, `kubectl api-resources`. */
const irregular: Readonly<Record<string, string>> = {
  Endpoints: "endpoints",
  SecurityContextConstraints: "securitycontextconstraints",
  "metrics.k8s.io/NodeMetrics": "nodes",
  "metrics.k8s.io/PodMetrics": "pods",
};

/** Kinds that typed lists may hold without naming them; the plurals that the tools write as file names. */
const wellKnown = [
  ..."Pod Node Namespace Event Secret ConfigMap Service Endpoints ServiceAccount PersistentVolume".split(" "),
  ..."PersistentVolumeClaim ReplicationController ResourceQuota LimitRange PodTemplate".split(" "),
  ..."Deployment ReplicaSet StatefulSet DaemonSet ControllerRevision Job CronJob".split(" "),
  ..."Ingress IngressClass NetworkPolicy EndpointSlice Lease PriorityClass RuntimeClass".split(" "),
  ..."Role RoleBinding ClusterRole ClusterRoleBinding StorageClass VolumeAttachment CSIDriver CSINode".split(" "),
  ..."HorizontalPodAutoscaler PodDisruptionBudget CustomResourceDefinition APIService".split(" "),
  ..."MutatingWebhookConfiguration ValidatingWebhookConfiguration CertificateSigningRequest".split(" "),
];

/** The plural of a kind by the rules of English, as API authors choose it: Gateway → gateways, Ingress → ingresses. */
export function guessPlural(group: string, kind: string): string {
  const known = irregular[`${group}/${kind}`] ?? irregular[kind];
  if (known) return known;
  const lower = kind.toLowerCase();
  if (/[^aeiou]y$/.test(lower)) return `${lower.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(lower) ? `${lower}es` : `${lower}s`;
}

/** The kind behind a plural of a file name, for the built-in kinds. */
export function kindOfPlural(plural: string | undefined): string | undefined {
  if (plural === undefined) return undefined;
  return wellKnown.find((kind) => guessPlural("", kind) === plural);
}

/** The API group of an apiVersion; "" is the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/");
  return slash === -1 ? "" : apiVersion.slice(0, slash);
}
