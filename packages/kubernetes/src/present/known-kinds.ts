/** A kind that Kubernetes itself defines. */
export interface KnownKind {
  group: string;
  plural: string;
  kind: string;
  short: readonly string[];
}

/** `kubectl api-resources` of Kubernetes 1.34, what has a short name and what people type; CRDs bring their own. */
export const knownKinds: readonly KnownKind[] = [
  known("", "bindings", "Binding"),
  known("", "componentstatuses", "ComponentStatus", "cs"),
  known("", "configmaps", "ConfigMap", "cm"),
  known("", "endpoints", "Endpoints", "ep"),
  known("", "events", "Event", "ev"),
  known("", "limitranges", "LimitRange", "limits"),
  known("", "namespaces", "Namespace", "ns"),
  known("", "nodes", "Node", "no"),
  known("", "persistentvolumeclaims", "PersistentVolumeClaim", "pvc"),
  known("", "persistentvolumes", "PersistentVolume", "pv"),
  known("", "pods", "Pod", "po"),
  known("", "podtemplates", "PodTemplate"),
  known("", "replicationcontrollers", "ReplicationController", "rc"),
  known("", "resourcequotas", "ResourceQuota", "quota"),
  known("", "secrets", "Secret"),
  known("", "serviceaccounts", "ServiceAccount", "sa"),
  known("", "services", "Service", "svc"),
  known("admissionregistration.k8s.io", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration"),
  known("admissionregistration.k8s.io", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration"),
  known("apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition", "crd", "crds"),
  known("apiregistration.k8s.io", "apiservices", "APIService"),
  known("apps", "controllerrevisions", "ControllerRevision"),
  known("apps", "daemonsets", "DaemonSet", "ds"),
  known("apps", "deployments", "Deployment", "deploy"),
  known("apps", "replicasets", "ReplicaSet", "rs"),
  known("apps", "statefulsets", "StatefulSet", "sts"),
  known("autoscaling", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa"),
  known("batch", "cronjobs", "CronJob", "cj"),
  known("batch", "jobs", "Job"),
  known("certificates.k8s.io", "certificatesigningrequests", "CertificateSigningRequest", "csr"),
  known("coordination.k8s.io", "leases", "Lease"),
  known("discovery.k8s.io", "endpointslices", "EndpointSlice"),
  known("networking.k8s.io", "ingressclasses", "IngressClass"),
  known("networking.k8s.io", "ingresses", "Ingress", "ing"),
  known("networking.k8s.io", "networkpolicies", "NetworkPolicy", "netpol"),
  known("policy", "poddisruptionbudgets", "PodDisruptionBudget", "pdb"),
  known("rbac.authorization.k8s.io", "clusterrolebindings", "ClusterRoleBinding"),
  known("rbac.authorization.k8s.io", "clusterroles", "ClusterRole"),
  known("rbac.authorization.k8s.io", "rolebindings", "RoleBinding"),
  known("rbac.authorization.k8s.io", "roles", "Role"),
  known("scheduling.k8s.io", "priorityclasses", "PriorityClass", "pc"),
  known("storage.k8s.io", "csidrivers", "CSIDriver"),
  known("storage.k8s.io", "csinodes", "CSINode"),
  known("storage.k8s.io", "storageclasses", "StorageClass", "sc"),
  known("storage.k8s.io", "volumeattachments", "VolumeAttachment"),
];

/** What `kubectl get all` lists. */
export const kindsOfAll: readonly string[] = [
  "pods",
  "replicationcontrollers",
  "services",
  "daemonsets",
  "deployments",
  "replicasets",
  "statefulsets",
  "horizontalpodautoscalers",
  "jobs",
  "cronjobs",
];

function known(group: string, plural: string, ...[kind = "", ...short]: string[]): KnownKind {
  return { group, plural, kind, short };
}
