import type { FoundFacts, LayoutReader, Role } from "../layout.ts";
import { captureTime } from "./capture-time.ts";
import { mergeGathers, provenRoot } from "./must-gather-roots.ts";

export const mustGather: LayoutReader = {
  layout: "must-gather",
  lookedFor: "a must-gather or oc adm inspect (namespaces/, cluster-scoped-resources/)",
  rootOf: (path) => provenRoot(path, roleOf),
  mergeRoots: mergeGathers,
  open: () => roleOf,
};

/** Folders beside the two main ones that hold plain lists of objects, one file for each plural. */
const objectFolders = new Set(["web_hooks", "pod_network_connectivity_check"]);
const yamlFile = /^(.+)\.ya?ml$/;
const logFile = /^(current|previous)(\.insecure)?\.log(\.gz)?$/;

/**
 * What a file of a must-gather or of `oc adm inspect` is, by its path. There may be any number of roots, at any depth:
 * what counts is where the first `namespaces` or `cluster-scoped-resources` stands.
 */
function roleOf(path: string): Role {
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
  return { role: "document" };
}

function inNamespace(rest: string[]): Role {
  const [namespace = "", group = "", third = ""] = rest;
  const file = rest.at(-1) ?? "";
  const stem = yamlFile.exec(file)?.[1];
  if (stem && rest.length === 2 && stem === namespace) return { role: "objects", plural: "namespaces" };
  if (group === "pods" && rest.length > 3) return ofPod({ namespace, pod: third, rest: rest.slice(3) });
  if (stem && rest.length === 3) return { role: "objects", plural: stem };
  if (stem && rest.length === 4) return { role: "objects", plural: third };
  return { role: "document", namespace };
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
    return { role: "log", stream, insecure: found[2] !== undefined };
  }
  // Among them `logs/rotated/<n>.log.<time>[.gz]`, older lines of the container than `current.log` has.
  return { role: "document", namespace };
}

function outside(steps: string[]): Role {
  const file = steps.at(-1) ?? "";
  const folder = steps.at(-2) ?? "";
  const stem = yamlFile.exec(file)?.[1];
  if (stem && objectFolders.has(folder)) return { role: "objects", plural: stem };
  if (file === "timestamp") return { role: "document", facts: timestampFacts };
  if (file === "version") return { role: "document", facts: versionFacts };
  return { role: "document" };
}

function timestampFacts(text: string): FoundFacts {
  const capturedAt = captureTime(text);
  return capturedAt ? { capturedAt } : {};
}

function versionFacts(text: string): FoundFacts {
  const kubernetesVersion = /\bv\d+\.\d+\.\d+\S*/.exec(text)?.[0];
  return kubernetesVersion === undefined ? {} : { kubernetesVersion };
}
