import type { BundleSource } from "../bundle-source.ts";
import type { LayoutReader, Role, RoleOf } from "../layout.ts";
import { filesByHead } from "./files-by-head.ts";

/** Endings of files that cannot be `kubectl get` output, whatever lies beside it in the folder. */
const noObjects = /\.(log|md|html?|csv|png|svg|tgz|tar|zip|log\.\d+)$/i;
/** Packed files are read when the name says that objects are in them. */
const packed = /\.(gz|xz|zst)$/i;
const packedObjects = /\.(json|ya?ml|txt)\.(gz|xz|zst)$/i;

/** Any files of `kubectl get -o json` or `-o yaml`. */
export const kubectlGet: LayoutReader = {
  layout: "kubectl-get",
  lookedFor: "the output of kubectl get -o json or -o yaml",
  rootOf: () => undefined,
  rootByHead: (path, head) => (byName(path).role === "objects" && isKubernetesText(head) ? "" : undefined),
  open: openFiles,
};

/** What is among the first 500 files is told by its beginning, the rest by its name. */
async function openFiles({ source, root }: { source: BundleSource; root: string }): Promise<RoleOf> {
  const isWanted = (head: string) => head.trim() !== "" && !isKubernetesText(head);
  const others = await filesByHead({ source, root, isWanted });
  return (path) => (others.has(path) ? { role: "document" } : byName(path));
}

function byName(path: string): Role {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const isOther = noObjects.test(file) || file.startsWith(".") || (packed.test(file) && !packedObjects.test(file));
  return { role: isOther ? "document" : "objects" };
}

/** JSON or YAML with an apiVersion, or the array and list forms of it, within the first bytes. */
function isKubernetesText(head: string): boolean {
  if (/^\s*[{[]/.test(head)) return /"(apiVersion|kind|items)"\s*:/.test(head);
  return /^(- )?(apiVersion|kind):\s*\S/m.test(head);
}
