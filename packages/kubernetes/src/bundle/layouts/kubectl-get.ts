import type { LayoutReader, Role } from "../layout.ts";

/** Endings of files that cannot be `kubectl get` output, whatever lies beside it in the folder. */
const noObjects = /\.(log|md|html?|csv|png|svg|gz|tgz|tar|zip|xz|zst|log\.\d+)$/i;

export const kubectlGet: LayoutReader = {
  layout: "kubectl-get",
  lookedFor: "the output of kubectl get -o json or -o yaml",
  rootOf: () => undefined,
  rootByHead: (path, head) => (roleOf(path).role === "objects" && isKubernetesText(head) ? "" : undefined),
  open: () => roleOf,
};

/** What a file of a folder of `kubectl get -o json|yaml` output is: objects, unless its name says otherwise. */
function roleOf(path: string): Role {
  const file = path.slice(path.lastIndexOf("/") + 1);
  return noObjects.test(file) || file.startsWith(".") ? { role: "document" } : { role: "objects" };
}

/** JSON or YAML with an apiVersion, or the array and list forms of it, within the first bytes. */
function isKubernetesText(head: string): boolean {
  if (/^\s*[{[]/.test(head)) return /"(apiVersion|kind|items)"\s*:/.test(head);
  return /^(- )?(apiVersion|kind):\s*\S/m.test(head);
}
