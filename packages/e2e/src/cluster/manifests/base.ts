import { type Manifest, namespaces, nodes } from "./manifest.ts";

export function nodeManifests(): Manifest[] {
  const room = { cpu: "32", memory: "256Gi", pods: "500" };
  return nodes.map((name, index) => ({
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      labels: {
        "kubernetes.io/hostname": name,
        "topology.kubernetes.io/zone": `zone-${index % 3}`,
        "node-role.kubernetes.io/worker": "",
      },
    },
    status: { allocatable: room, capacity: room },
  }));
}

export function namespaceManifests(): Manifest[] {
  return namespaces.map((name) => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name, labels: { "kubin.test/filled": "true" } },
  }));
}

/** What the users of the engine may do: see `infra/engines/control-plane/users.ts`. */
export function accessManifests(): Manifest[] {
  const read = ["get", "list", "watch"];
  const everything = { apiGroups: ["*"], resources: ["*"], verbs: read };
  // RBAC cannot say "all but": the core group is told one by one.
  const core = [
    ...["bindings", "endpoints", "events", "limitranges", "namespaces", "nodes", "persistentvolumeclaims"],
    ...["persistentvolumes", "pods", "pods/log", "podtemplates", "replicationcontrollers", "resourcequotas"],
    ...["serviceaccounts", "services", "componentstatuses"],
  ];
  const groups = ["apps", "batch", "autoscaling", "networking.k8s.io", "policy", "rbac.authorization.k8s.io"];
  const others = [
    ...groups,
    ...["storage.k8s.io", "discovery.k8s.io", "apiextensions.k8s.io", "events.k8s.io", "coordination.k8s.io"],
    ...["scheduling.k8s.io", "admissionregistration.k8s.io", "apiregistration.k8s.io", "node.k8s.io", "kubin.test"],
  ];
  const allButSecrets = [
    { apiGroups: [""], resources: core, verbs: read },
    { apiGroups: others, resources: ["*"], verbs: read },
  ];
  return [
    role("ClusterRole", { name: "kubin-viewers" }, [everything]),
    binding("ClusterRole", { name: "kubin-viewers" }, { kind: "Group", name: "viewers" }),
    role("ClusterRole", { name: "kubin-no-secrets" }, allButSecrets),
    binding("ClusterRole", { name: "kubin-no-secrets" }, { kind: "User", name: "no-secrets" }),
    role("Role", { name: "kubin-one-namespace", namespace: "shop" }, [everything]),
    binding("Role", { name: "kubin-one-namespace", namespace: "shop" }, { kind: "User", name: "one-namespace" }),
  ];
}

type Kind = "Role" | "ClusterRole";

function role(kind: Kind, metadata: Manifest["metadata"], rules: object[]): Manifest {
  return { apiVersion: "rbac.authorization.k8s.io/v1", kind, metadata, rules };
}

function binding(kind: Kind, metadata: Manifest["metadata"], who: { kind: string; name: string }): Manifest {
  const apiGroup = "rbac.authorization.k8s.io";
  return {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: `${kind}Binding`,
    metadata,
    subjects: [{ ...who, apiGroup }],
    roleRef: { kind, name: metadata.name, apiGroup },
  };
}
