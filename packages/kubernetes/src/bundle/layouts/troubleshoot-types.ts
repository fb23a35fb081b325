/** What the items of one folder or file below `cluster-resources` are. */
export interface ResourceType {
  plural: string;
  apiVersion: string;
  kind: string;
  namespaced: boolean;
}

/**
 * Names that troubleshoot gives to its files, with what they hold: old bundles have bare arrays whose items tell neither
 * apiVersion nor kind. troubleshoot `pkg/constants/constants.go`, sbctl `pkg/sbctl/compatibility.go`.
 */
const names = [
  "pods v1 Pod ns",
  "services v1 Service ns",
  "events v1 Event ns",
  "pvcs v1 PersistentVolumeClaim ns persistentvolumeclaims",
  "endpoints v1 Endpoints ns",
  "serviceaccounts v1 ServiceAccount ns",
  "configmaps v1 ConfigMap ns",
  "resource-quota v1 ResourceQuota ns resourcequotas",
  "resource-quotas v1 ResourceQuota ns resourcequotas",
  "limitranges v1 LimitRange ns",
  "deployments apps/v1 Deployment ns",
  "statefulsets apps/v1 StatefulSet ns",
  "daemonsets apps/v1 DaemonSet ns",
  "replicasets apps/v1 ReplicaSet ns",
  "jobs batch/v1 Job ns",
  "cronjobs batch/v1 CronJob ns",
  "ingress networking.k8s.io/v1 Ingress ns ingresses",
  "network-policy networking.k8s.io/v1 NetworkPolicy ns networkpolicies",
  "roles rbac.authorization.k8s.io/v1 Role ns",
  "rolebindings rbac.authorization.k8s.io/v1 RoleBinding ns",
  "endpointslices discovery.k8s.io/v1 EndpointSlice ns",
  "leases coordination.k8s.io/v1 Lease ns",
  "pod-disruption-budgets policy/v1 PodDisruptionBudget ns poddisruptionbudgets",
  "namespaces v1 Namespace cluster",
  "nodes v1 Node cluster",
  "pvs v1 PersistentVolume cluster persistentvolumes",
  "storage-classes storage.k8s.io/v1 StorageClass cluster storageclasses",
  "volumeattachments storage.k8s.io/v1 VolumeAttachment cluster",
  "ingress-classes networking.k8s.io/v1 IngressClass cluster ingressclasses",
  "priorityclasses scheduling.k8s.io/v1 PriorityClass cluster",
  "custom-resource-definitions apiextensions.k8s.io/v1 CustomResourceDefinition cluster customresourcedefinitions",
  "clusterroles rbac.authorization.k8s.io/v1 ClusterRole cluster",
  "clusterRoles rbac.authorization.k8s.io/v1 ClusterRole cluster clusterroles",
  "clusterrolebindings rbac.authorization.k8s.io/v1 ClusterRoleBinding cluster",
  "clusterRoleBindings rbac.authorization.k8s.io/v1 ClusterRoleBinding cluster clusterrolebindings",
  "certificatesigningrequests certificates.k8s.io/v1 CertificateSigningRequest cluster",
  "validating-webhook-configurations admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration cluster validatingwebhookconfigurations",
  "mutating-webhook-configurations admissionregistration.k8s.io/v1 MutatingWebhookConfiguration cluster mutatingwebhookconfigurations",
];

/** The types by the name of their file or folder. */
export function troubleshootTypes(): ReadonlyMap<string, ResourceType> {
  return new Map(
    names.map((line) => {
      const [name = "", apiVersion = "", kind = "", scope = "", plural = name] = line.split(" ");
      return [name, { plural, apiVersion, kind, namespaced: scope === "ns" }];
    }),
  );
}
