import type { Role } from "./layout.ts";

const documents = new Set(["version", "timestamp", "event-filter.html", "gather.logs", "must-gather.logs"]);
/** Folders beside the two main ones that hold plain lists of objects, one file for each plural. */
const objectFolders = new Set(["web_hooks", "pod_network_connectivity_check"]);
const yamlFile = /^(.+)\.ya?ml$/;
const logFile = /^(current|previous)(\.insecure)?\.log(\.gz)?$/;

/**
 * What a file of a must-gather or of `oc adm inspect` is, by its path. There may be any number of roots, at any depth:
 * what counts is where the first `namespaces` or `cluster-scoped-resources` stands.
 */
export function classifyMustGather(path: string): Role {
  const steps = path.split("/");
  const root = steps.findIndex((step) => step === "namespaces" || step === "cluster-scoped-resources");
  if (root === -1 || root === steps.length - 1) return outside(steps);
  const rest = steps.slice(root + 1);
  return steps[root] === "namespaces" ? inNamespace(rest) : clusterScoped(rest);
}

function clusterScoped(rest: string[]): Role {
  const file = rest.at(-1) ?? "";
  const stem = yamlFile.exec(file)?.[1];
  if (stem && rest.length === 2) return { role: "objects", plural: stem };
  if (stem && rest.length === 3) return { role: "objects", plural: rest[1] };
  return { role: "skipped", group: `cluster-scoped-resources: ${kindOfFile(file)}`, namespace: "" };
}

function inNamespace(rest: string[]): Role {
  const [namespace = "", group = "", third = ""] = rest;
  const file = rest.at(-1) ?? "";
  const stem = yamlFile.exec(file)?.[1];
  if (stem && rest.length === 2 && stem === namespace) return { role: "objects", plural: "namespaces" };
  if (group === "pods" && rest.length > 3) return ofPod({ namespace, pod: third, rest: rest.slice(3) });
  if (stem && rest.length === 3) return { role: "objects", plural: stem };
  if (stem && rest.length === 4) return { role: "objects", plural: third };
  return { role: "skipped", group: `namespaces: ${kindOfFile(file)}`, namespace };
}

/** `rest` begins behind the pod's folder: `<pod>.yaml`, or `<container>/<container>/logs/<file>`. */
function ofPod({ namespace, pod, rest }: { namespace: string; pod: string; rest: string[] }): Role {
  const file = rest.at(-1) ?? "";
  if (rest.length === 1 && yamlFile.test(file)) return { role: "objects", plural: "pods" };
  const logs = rest.indexOf("logs");
  const container = logs > 0 ? (rest[logs - 1] ?? "") : "";
  const found = logs === rest.length - 2 ? logFile.exec(file) : null;
  if (found && container !== "") {
    const source = found[1] === "previous" ? "previous" : "current";
    const stream = { namespace, pod, container, source } as const;
    return { role: "log", stream, secure: !found[2], packed: found[3] !== undefined };
  }
  const group = rest.includes("rotated") ? "rotated pod logs" : "other files of pods";
  return { role: "skipped", group, namespace };
}

function outside(steps: string[]): Role {
  const file = steps.at(-1) ?? "";
  const folder = steps.at(-2) ?? "";
  // An image's folder may lie below one for the node.
  if (steps.length <= 4 && documents.has(file)) {
    return { role: "document", isJson: false, isTimestamp: file === "timestamp" };
  }
  if (folder === "etcd_info" && file.endsWith(".json")) return { role: "document", isJson: true, isTimestamp: false };
  const stem = yamlFile.exec(file)?.[1];
  if (stem && objectFolders.has(folder)) return { role: "objects", plural: stem };
  return { role: "skipped", group: knownFolder(steps) ?? (folder || file), namespace: "" };
}

const knownFolders = new Set([
  ..."host_service_logs audit_logs monitoring ingress_controllers static-pods insights-data network_logs".split(" "),
  ..."etcd_info node_log nodes rotated_logs".split(" "),
]);

function knownFolder(steps: string[]): string | undefined {
  return steps.slice(0, -1).find((step) => knownFolders.has(step));
}

function kindOfFile(file: string): string {
  const dot = file.lastIndexOf(".");
  return dot > 0 ? `*${file.slice(dot)} files` : "other files";
}
