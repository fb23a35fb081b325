import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const namespaces = Array.from({ length: 12 }, (_, index) => `team-${String.fromCharCode(97 + index)}`);

const pod = (namespace: string) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web-0", namespace, uid: `uid-${namespace}`, creationTimestamp: "2026-01-01T00:00:00Z" },
  spec: { containers: [{ name: "app", image: "example.com/app:1" }] },
  status: { phase: "Running" },
});

/** A must-gather of twelve namespaces, each with a pod and a log: a part of each kind for every one of them. */
export async function writeWideBundle(folder: string): Promise<void> {
  const files: Record<string, string> = { version: "must-gather\n4.16.0" };
  for (const [number, namespace] of namespaces.entries()) {
    const at = `namespaces/${namespace}`;
    const items = { apiVersion: "v1", kind: "List", items: [pod(namespace)] };
    files[`${at}/core/pods.yaml`] = JSON.stringify(items);
    files[`${at}/pods/web-0/app/app/logs/current.log`] = Array.from(
      { length: 10 + number },
      (_, line) => `2026-01-01T00:00:${String(line).padStart(2, "0")}.000000000Z I line ${line} of ${namespace}\n`,
    ).join("");
  }
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** What `kubectl get pods -A -o json` prints of the same namespaces. */
export function wideList(): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ apiVersion: "v1", kind: "List", items: namespaces.map(pod) }));
}
