import type { BundleSource } from "../bundle-source.ts";
import type { LayoutReader, Role, RoleOf } from "../layout.ts";
import { withoutLogBlocks } from "../split-log-blocks.ts";
import { filesByHead } from "./files-by-head.ts";
import { withKindByShape } from "./kind-by-shape.ts";

/** `kubectl cluster-info dump`, into a folder or to its output. */
export const clusterInfoDump: LayoutReader = {
  layout: "cluster-info-dump",
  lookedFor: "a kubectl cluster-info dump (<namespace>/replication-controllers.json, <namespace>/<pod>/logs.txt)",
  rootOf(path) {
    const steps = path.split("/");
    // Written for each namespace, empty or not; no other tool spells it so.
    const isProof = steps.length > 1 && /^replication-controllers\.(json|yaml|txt)$/.test(steps.at(-1) ?? "");
    return isProof
      ? steps
          .slice(0, -2)
          .map((step) => `${step}/`)
          .join("")
      : undefined;
  },
  rootByHead: (path, head) => (isDumped(head) ? path.slice(0, path.lastIndexOf("/") + 1) : undefined),
  open: openDump,
};

/** The files of a namespace, and the one of all nodes: their items tell neither apiVersion nor kind. */
const types: Readonly<Record<string, readonly [string, string, string]>> = {
  nodes: ["nodes", "v1", "Node"],
  events: ["events", "v1", "Event"],
  "replication-controllers": ["replicationcontrollers", "v1", "ReplicationController"],
  services: ["services", "v1", "Service"],
  daemonsets: ["daemonsets", "apps/v1", "DaemonSet"],
  deployments: ["deployments", "apps/v1", "Deployment"],
  replicasets: ["replicasets", "apps/v1", "ReplicaSet"],
  pods: ["pods", "v1", "Pod"],
};

async function openDump({ source, root }: { source: BundleSource; root: string }): Promise<RoleOf> {
  const isEnough = (path: string) => clusterInfoDump.rootOf(path) !== undefined;
  const streams = await filesByHead({ source, root, isWanted: isDumped, isEnough });
  // All in one stream: documents one behind the other, and the logs between them.
  const outputRoles: readonly Role[] = [
    { role: "objects", decode: withoutLogBlocks, repair: withKindByShape },
    { role: "log-blocks" },
  ];
  return (path) => (streams.has(path) ? outputRoles : inFolder(path));
}

function inFolder(path: string): Role {
  const steps = path.split("/");
  const [namespace = "", pod = ""] = steps;
  if (steps.length === 3 && pod !== "" && steps[2] === "logs.txt") return { role: "log-blocks" };
  const stem = /^(.+)\.(?:json|yaml|txt)$/.exec(steps.at(-1) ?? "")?.[1] ?? "";
  const type = Object.hasOwn(types, stem) ? types[stem] : undefined;
  if (type && steps.length === (stem === "nodes" ? 1 : 2)) {
    const [plural, apiVersion, kind] = type;
    return { role: "objects", plural, apiVersion, kind, namespace: stem === "nodes" ? undefined : namespace };
  }
  return { role: "document", namespace: steps.length > 1 ? namespace : "" };
}

/**
 * A typed list of nodes, which is what a dump begins with: `kubectl get` writes a List. In YAML the kind stands behind
 * the items, which have none of their own here.
 */
function isDumped(head: string): boolean {
  return /^\s*\{\s*"kind":\s*"NodeList"/.test(head) || /^apiVersion: v1\r?\nitems:\r?\n *- metadata:/.test(head);
}
