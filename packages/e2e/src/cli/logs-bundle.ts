import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hostileLine } from "./small-bundle.ts";

const uid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const list = (items: readonly string[]) => `apiVersion: v1\nkind: List\nitems:\n${items.join("")}`;

interface Owner {
  kind: string;
  name: string;
  number: number;
}

const ownedBy = ({ kind, name, number }: Owner) =>
  `    ownerReferences: [{apiVersion: apps/v1, kind: ${kind}, name: ${name}, uid: ${uid(number)}, controller: true}]\n`;

function pod(name: string, opts: { app: string; containers: string[]; number: number; owner?: Owner }): string {
  const { app, containers, number, owner } = opts;
  return `- apiVersion: v1
  kind: Pod
  metadata:
    name: ${name}
    namespace: shop
    uid: ${uid(number)}
    creationTimestamp: "2026-01-01T00:00:00Z"
    labels: {app: ${app}}
${owner ? ownedBy(owner) : ""}  spec:
    nodeName: node-1
    containers:
${containers.map((one) => `    - {name: ${one}, image: "example.com/${one}:1"}\n`).join("")}  status: {phase: Running}
`;
}

function workload(kind: string, name: string, number: number): string {
  return `- apiVersion: apps/v1
  kind: ${kind}
  metadata: {name: ${name}, namespace: shop, uid: ${uid(number)}}
  spec: {replicas: 1, selector: {matchLabels: {app: ${name}}}}
`;
}

const at = (second: number, text: string) =>
  `2026-01-01T00:${String(50 + Math.trunc(second / 60)).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}.000000000Z ${text}`;

const log = (...lines: string[]) => `${lines.join("\n")}\n`;

/** Logs of the bundle by pod, container and run: names and what stands in the files. */
export const shopLogs = {
  "web-1": {
    "app/current": log(
      at(1, "I0101 00:50:01.000000 1 main.go:1] starting"),
      at(10, "E0101 00:50:10.000000 1 db.go:7] dial tcp 10.96.4.2:5432: connection refused"),
      at(11, "W0101 00:50:11.000000 1 db.go:9] retrying attempt=1"),
      at(40, hostileLine),
      at(300, "I0101 00:55:00.000000 1 main.go:3] GET /healthz 200"),
    ),
    "proxy/current": log(at(5, "proxy up"), at(12, "upstream refused")),
    "app/previous": log(at(0, "the run before")),
  },
  "web-2": {
    "app/current": log(
      at(2, "I0101 00:50:02.000000 1 main.go:1] starting"),
      at(10, "W0101 00:50:10.000000 1 db.go:9] retrying attempt=2"),
      at(301, "I0101 00:55:01.000000 1 main.go:3] ready"),
    ),
    "proxy/current": log(at(6, "proxy up")),
  },
  // As from a file of a program: its own times, and a stack trace without any.
  "java-0": {
    "app/current": log(
      "Picked up JAVA_TOOL_OPTIONS",
      "2026-01-01T00:50:03.000Z INFO Shop starts",
      "2026-01-01T00:50:10.500Z ERROR Shop failed",
      "java.lang.IllegalStateException: no database",
      "\tat shop.Main.main(Main.java:7)",
      "2026-01-01T00:55:02.000Z INFO Shop ready",
    ),
  },
  "java-1": {
    "app/current": log("2026-01-01T00:50:11.000Z INFO Shop starts", "2026-01-01T00:50:12.000Z INFO Shop ready"),
  },
} as const;

function files(): Record<string, string> {
  const entries = Object.entries(shopLogs).flatMap(([name, logs]) =>
    Object.entries(logs).map(([key, text]) => {
      const [container, run] = key.split("/");
      return [`namespaces/shop/pods/${name}/${container}/${container}/logs/${run}.log`, text] as const;
    }),
  );
  const set = { kind: "ReplicaSet", name: "web-7d9f", number: 11 };
  return {
    version: "must-gather\n4.16.0",
    timestamp: "2026-01-01 01:00:00.000000000 +0000 UTC m=+0.1\n2026-01-01 01:01:00.000000000 +0000 UTC m=+60.1\n",
    "namespaces/shop/shop.yaml": `apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, uid: ${uid(1)}}\n`,
    "namespaces/shop/core/pods.yaml": list([
      pod("web-1", { app: "web", containers: ["app", "proxy"], number: 21, owner: set }),
      pod("web-2", { app: "web", containers: ["app", "proxy"], number: 22, owner: set }),
      pod("web-3", { app: "web", containers: ["app", "proxy"], number: 23, owner: set }),
      pod("java-0", { app: "java", containers: ["app"], number: 24 }),
      pod("java-1", { app: "java", containers: ["app"], number: 25 }),
      pod("quiet-0", { app: "quiet", containers: ["app"], number: 26 }),
    ]),
    "namespaces/shop/core/services.yaml": list([
      `- {apiVersion: v1, kind: Service, metadata: {name: front, namespace: shop, uid: ${uid(31)}}, spec: {selector: {app: web}, ports: [{port: 80}]}}\n`,
    ]),
    "namespaces/shop/apps/deployments.yaml": list([
      workload("Deployment", "web", 10),
      workload("Deployment", "gone", 12),
    ]),
    "namespaces/shop/apps/statefulsets.yaml": list([
      workload("StatefulSet", "java", 13),
      workload("StatefulSet", "quiet", 14),
    ]),
    ...Object.fromEntries(entries),
  };
}

/** Writes a must-gather of the namespace `shop`: `deploy/web` of three pods, one without a log, and `sts/java`. */
export async function writeLogsBundle(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(files())) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
