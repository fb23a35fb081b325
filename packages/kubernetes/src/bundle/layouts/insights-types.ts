/** apiVersion and kind of objects that leave them out; absent where they do not. */
export interface InsightsType {
  apiVersion?: string;
  kind?: string;
}

const openshift = "config.openshift.io/v1";
const registry = "imageregistry.operator.openshift.io/v1";
const admission = "admissionregistration.k8s.io/v1";

/** The one object of a type. Names and types: docs/gathered-data.md and docs/insights-archive-sample of the operator. */
const files: Readonly<Record<string, [apiVersion: string, kind: string]>> = {
  "config/apiserver.json": [openshift, "APIServer"],
  "config/authentication.json": [openshift, "Authentication"],
  "config/featuregate.json": [openshift, "FeatureGate"],
  "config/image.json": [openshift, "Image"],
  "config/infrastructure.json": [openshift, "Infrastructure"],
  "config/ingress.json": [openshift, "Ingress"],
  "config/network.json": [openshift, "Network"],
  "config/oauth.json": [openshift, "OAuth"],
  "config/proxy.json": [openshift, "Proxy"],
  "config/version.json": [openshift, "ClusterVersion"],
  "config/imagepruner.json": [registry, "ImagePruner"],
  "config/imageregistry.json": [registry, "Config"],
};

/** Folders of objects, one a file, some of them in a folder for each namespace. */
const folders: Readonly<Record<string, [apiVersion: string, kind: string]>> = {
  "config/certificatesigningrequests": ["certificates.k8s.io/v1", "CertificateSigningRequest"],
  "config/clusteroperator": [openshift, "ClusterOperator"],
  "config/clusteroperator/imageregistry.operator.openshift.io/config": [registry, "Config"],
  "config/clusteroperator/imageregistry.operator.openshift.io/imagepruner": [registry, "ImagePruner"],
  "config/clusterrolebinding": ["authorization.openshift.io/v1", "ClusterRoleBinding"],
  "config/crd": ["apiextensions.k8s.io/v1", "CustomResourceDefinition"],
  "config/hostsubnet": ["network.openshift.io/v1", "HostSubnet"],
  "config/mutatingwebhookconfigurations": [admission, "MutatingWebhookConfiguration"],
  "config/node": ["v1", "Node"],
  "config/pdbs": ["policy/v1", "PodDisruptionBudget"],
  "config/persistentvolumes": ["v1", "PersistentVolume"],
  "config/pod": ["v1", "Pod"],
  "config/schedulers": [openshift, "Scheduler"],
  "config/securitycontextconstraint": ["security.openshift.io/v1", "SecurityContextConstraints"],
  "config/storage/storageclasses": ["storage.k8s.io/v1", "StorageClass"],
  "config/validatingwebhookconfigurations": [admission, "ValidatingWebhookConfiguration"],
  "cluster-scoped-resources/rbac.authorization.k8s.io/clusterroles": ["rbac.authorization.k8s.io/v1", "ClusterRole"],
};

/** Folders whose objects say what they are. */
const tellingFolders = [
  "config/containerruntimeconfigs",
  "config/controlplanemachinesets",
  "config/cost_management_metrics_configs",
  "config/jaegertracing.io",
  "config/kubeletconfigs",
  "config/logging",
  "config/machineautoscalers",
  "config/machineconfigpools",
  "config/machineconfigs",
  "config/machinehealthchecks",
  "config/machines",
  "config/opentelemetry",
  "config/subscriptions",
  "machinesets",
];

/** Of a JSON file below the archive's root; undefined for what is no object of a known type, or not known to be one. */
export function insightsType(steps: readonly string[]): InsightsType | undefined {
  const path = steps.join("/");
  const folder = steps.slice(0, -1).join("/");
  const above = steps.slice(0, -2).join("/");
  const known = own(files, path) ?? own(folders, folder) ?? (isNamespaceIn(above) ? own(folders, above) : undefined);
  if (known) return { apiVersion: known[0], kind: known[1] };
  const isTelling =
    tellingFolders.includes(folder) || tellingFolders.includes(above) || isGroupFolder(steps) || isStorage(steps);
  return isTelling ? {} : undefined;
}

/** Below `config/clusteroperator` lie folders of API groups, elsewhere of namespaces. */
function isNamespaceIn(folder: string): boolean {
  return folder === "config/pod" || folder === "config/pdbs" || folder === "config/hostsubnet";
}

/** `<…>/<group>/<plural>/[<namespace>/]<name>.json`, where the operator names API groups; they have a dot. */
function isGroupFolder([first = "", second = "", third = "", ...rest]: readonly string[]): boolean {
  if (first === "config" && second === "clusteroperator") return third.includes(".") && rest.length >= 2;
  if (first === "customresources" || first === "cluster-scoped-resources") return second.includes(".");
  // Also loose custom resources: namespaces/<namespace>/<name>.json.
  return first === "namespaces" && (rest.length === 0 || (third.includes(".") && rest.length === 2));
}

/** `config/storage/<namespace>/storageclusters/`; of `cephclusters` beside it only the status is gathered. */
function isStorage(steps: readonly string[]): boolean {
  return steps[1] === "storage" && steps[3] === "storageclusters";
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
