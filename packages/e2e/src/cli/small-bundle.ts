import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A line that tries to drive the terminal: clears it, renames the window, and hides the rest. */
export const hostileLine = "evil \u001b[2J\u001b]0;owned\u0007 \u009b8m done";

const pod = (name: string, containers: string[], more: string) => `- apiVersion: v1
  kind: Pod
  metadata:
    name: ${name}
    namespace: shop
    uid: 00000000-0000-4000-8000-0000000000${name.length.toString().padStart(2, "0")}
    creationTimestamp: "2026-01-01T00:00:00Z"
    labels: {app: ${name.split("-")[0]}}
  spec:
    nodeName: node-1
    containers:
${containers.map((one) => `    - {name: ${one}, image: "example.com/${one}:1"}`).join("\n")}
  status:
${more}
`;

const running = (containers: string[]) => `    phase: Running
    containerStatuses:
${containers.map((one) => `    - {name: ${one}, ready: true, restartCount: 0, image: x, imageID: x, state: {running: {startedAt: "2026-01-01T00:00:10Z"}}}`).join("\n")}`;

const crashing = `    phase: Running
    containerStatuses:
    - {name: app, ready: false, restartCount: 7, image: x, imageID: x, state: {waiting: {reason: CrashLoopBackOff, message: back-off}}, lastState: {terminated: {exitCode: 137, reason: OOMKilled, finishedAt: "2026-01-01T00:30:00Z"}}}`;

const list = (items: string) => `apiVersion: v1\nkind: List\nitems:\n${items}`;

const stamped = (second: number, text: string) =>
  `2026-01-01T00:00:${String(second).padStart(2, "0")}.000000000Z ${text}`;

export const webLog = `${[
  stamped(1, "I0101 00:00:01.000000 1 main.go:1] starting"),
  stamped(2, "I0101 00:00:02.000000 1 main.go:2] listening on port 8080"),
  stamped(3, "E0101 00:00:03.000000 1 db.go:7] dial tcp 10.96.4.2:5432: connection refused"),
  stamped(4, "W0101 00:00:04.000000 1 db.go:9] retrying attempt=3"),
  stamped(5, hostileLine),
  stamped(6, "I0101 00:00:06.000000 1 main.go:3] ready"),
].join("\n")}\n`;

/** Files of a small must-gather: three pods in `shop` (one crashes, one has two containers), a Secret, a node, an event. */
function smallBundle(): Record<string, string> {
  const logs = (name: string, container: string, file: string) =>
    `namespaces/shop/pods/${name}/${container}/${container}/logs/${file}`;
  return {
    version: "must-gather\n4.16.0",
    timestamp: "2026-01-01 01:00:00.000000000 +0000 UTC m=+0.1\n2026-01-01 01:01:00.000000000 +0000 UTC m=+60.1\n",
    "namespaces/shop/shop.yaml": `apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, uid: 10000000-0000-4000-8000-000000000001}\n`,
    "namespaces/shop/core/pods.yaml": list(
      pod("web-0", ["app"], running(["app"])) +
        pod("db-0-x", ["postgres", "exporter"], running(["postgres", "exporter"])) +
        pod("checkout-0", ["app"], crashing),
    ),
    "namespaces/shop/core/secrets.yaml": list(`- apiVersion: v1
  kind: Secret
  metadata: {name: login, namespace: shop}
  data: {password: aHVudGVyMi1zdXBlci1zZWNyZXQ=}
`),
    "namespaces/shop/core/events.yaml": list(`- apiVersion: v1
  kind: Event
  metadata: {name: web-0.1, namespace: shop}
  type: Warning
  reason: BackOff
  message: Back-off restarting failed container
  count: 5
  firstTimestamp: "2026-01-01T00:20:00Z"
  lastTimestamp: "2026-01-01T00:50:00Z"
  involvedObject: {kind: Pod, name: checkout-0, namespace: shop, apiVersion: v1}
`),
    "cluster-scoped-resources/core/nodes/node-1.yaml": `apiVersion: v1
kind: Node
metadata: {name: node-1, uid: 20000000-0000-4000-8000-000000000001, creationTimestamp: "2025-12-01T00:00:00Z"}
status: {nodeInfo: {kubeletVersion: v1.29.4}, conditions: [{type: Ready, status: "True"}]}
`,
    [logs("web-0", "app", "current.log")]: webLog,
    [logs("web-0", "app", "previous.log")]: `${stamped(0, "the run before")}\n`,
    [logs("db-0-x", "postgres", "current.log")]: `${stamped(1, "LOG: database system is ready")}\n`,
    [logs("db-0-x", "exporter", "current.log")]: `${stamped(1, "exporting")}\n`,
  };
}

/** Writes the small bundle below `folder`. */
export async function writeSmallBundle(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(smallBundle())) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
