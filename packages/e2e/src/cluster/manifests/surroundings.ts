import { type Manifest, namespaces } from "./manifest.ts";

/** Network, storage, limits: what stands around workloads. */
export function surroundings(): Manifest[] {
  return [...network(), ...storage(), ...limits()];
}

function network(): Manifest[] {
  const port = { port: 80, targetPort: "http" };
  const services = ["shop", "billing", "platform"].flatMap((namespace) =>
    ["web", "api", "db", "queue"].map((app) => ({
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: app, namespace },
      spec: { selector: { app }, ports: [port], ...(app === "db" && { clusterIP: "None" }) },
    })),
  );
  const backend = { service: { name: "web", port: { number: 80 } } };
  const rule = { host: "shop.example", http: { paths: [{ path: "/", pathType: "Prefix", backend }] } };
  const labels = { "kubernetes.io/service-name": "legacy-db" };
  return [
    ...services,
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "no-endpoints", namespace: "broken" },
      spec: { selector: { app: "nobody" }, ports: [{ port: 80 }] },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "legacy-db", namespace: "shop" },
      spec: { ports: [{ port: 5432 }] },
    },
    {
      apiVersion: "discovery.k8s.io/v1",
      kind: "EndpointSlice",
      metadata: { name: "legacy-db-by-hand", namespace: "shop", labels },
      addressType: "IPv4",
      ports: [{ port: 5432 }],
      endpoints: [{ addresses: ["192.0.2.10"] }],
    },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "IngressClass",
      metadata: { name: "outside" },
      spec: { controller: "example.com/ingress" },
    },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: { name: "web", namespace: "shop" },
      spec: { ingressClassName: "outside", rules: [rule] },
    },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: "deny-all", namespace: "shop" },
      spec: { podSelector: {}, policyTypes: ["Ingress"] },
    },
  ];
}

function storage(): Manifest[] {
  const wanted = { accessModes: ["ReadWriteOnce"], storageClassName: "manual" };
  const claims = ["shop", "billing", "platform"].flatMap((namespace): Manifest[] => {
    const volumeName = `db-data-${namespace}`;
    const claimRef = { namespace, name: "db-data" };
    const spec = { ...wanted, capacity: { storage: "1Gi" }, hostPath: { path: "/data" }, claimRef };
    const asked = { ...wanted, volumeName, resources: { requests: { storage: "1Gi" } } };
    return [
      { apiVersion: "v1", kind: "PersistentVolume", metadata: { name: volumeName }, spec },
      { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: { name: "db-data", namespace }, spec: asked },
    ];
  });
  const provisioner = "kubernetes.io/no-provisioner";
  return [
    { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", metadata: { name: "manual" }, provisioner },
    ...claims,
  ];
}

function limits(): Manifest[] {
  const scaleTargetRef = { apiVersion: "apps/v1", kind: "Deployment", name: "web" };
  const utilization = { type: "Utilization", averageUtilization: 80 };
  const metrics = [{ type: "Resource", resource: { name: "cpu", target: utilization } }];
  const selector = { matchLabels: { app: "web" } };
  const inEach = namespaces.flatMap((namespace): Manifest[] => [
    {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: "quota", namespace },
      spec: { hard: { pods: "500", services: "50" } },
    },
    {
      apiVersion: "v1",
      kind: "LimitRange",
      metadata: { name: "limits", namespace },
      spec: { limits: [{ type: "Container", defaultRequest: { cpu: "10m" } }] },
    },
  ]);
  return [
    ...inEach,
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: { name: "web", namespace: "shop" },
      spec: { scaleTargetRef, minReplicas: 3, maxReplicas: 6, metrics },
    },
    {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: "web", namespace: "shop" },
      spec: { minAvailable: 1, selector },
    },
    { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass", metadata: { name: "important" }, value: 1_000 },
    {
      apiVersion: "coordination.k8s.io/v1",
      kind: "Lease",
      metadata: { name: "leader", namespace: "platform" },
      spec: { holderIdentity: "web-0", leaseDurationSeconds: 15 },
    },
  ];
}
