import { quoteForShell } from "./quote-for-shell.ts";

/** What one does to a live cluster, and a snapshot cannot. */
export type KubectlAction = "shell" | "edit" | "delete" | "port-forward";

export interface KubectlCommand {
  action: KubectlAction;
  /** "" for the core group and for cluster scope. */
  ref: { group: string; plural: string; namespace: string; name: string };
  container?: string;
  port?: number;
}

const firstFreePort = 1024;

/**
 * The command for the real cluster, to be pasted into a POSIX shell: each captured text stays one word of it, and no
 * word can become an option. Undefined for a kind whose name no API server would accept.
 */
export function kubectlCommand({ action, ref, container, port = 80 }: KubectlCommand): string | undefined {
  const kind = ref.group === "" ? ref.plural : `${ref.plural}.${ref.group}`;
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(kind)) return undefined;
  const object = quoteForShell(`${kind}/${ref.name}`);
  const words = ["kubectl", action === "shell" ? "exec" : action];
  if (action === "shell") words.push("-it");
  if (ref.namespace !== "") words.push(`--namespace=${quoteForShell(ref.namespace)}`);
  if (action === "shell" && container) words.push(`--container=${quoteForShell(container)}`);
  words.push(object);
  if (action === "shell") words.push("--", "sh");
  if (action === "port-forward") words.push(port < firstFreePort ? `${8000 + port}:${port}` : String(port));
  return words.join(" ");
}
