import type { Role } from "./layout.ts";

/** Endings of files that cannot be `kubectl get` output, whatever lies beside it in the folder. */
const noObjects = /\.(log|md|html?|csv|png|svg|gz|tgz|tar|zip|xz|zst|log\.\d+)$/i;

/** What a file of a folder of `kubectl get -o json|yaml` output is: objects, unless its name says otherwise. */
export function classifyKubectlGet(path: string): Role {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const ending = noObjects.exec(file)?.[0];
  if (!ending && !file.startsWith(".")) return { role: "objects", plural: undefined };
  return { role: "skipped", group: ending ? `*${ending.toLowerCase()} files` : "hidden files", namespace: "" };
}
