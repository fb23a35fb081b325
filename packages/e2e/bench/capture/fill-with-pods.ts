import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Applier } from "../../src/cluster/apply.ts";
import { openKube } from "../../src/cluster/kube.ts";
import type { Manifest } from "../../src/cluster/manifests/manifest.ts";
import { until } from "../../src/cluster/until.ts";
import { writeLog } from "../../src/cluster/write-logs.ts";

const listed = z.object({ items: z.array(z.unknown()) });

const nodes = 5;
const namespaces = 5;
const linesPerPod = 500;

interface FillWithPods {
  /** Of an admin. */
  kubeconfig: string;
  /** Folder that the simulated kubelet reads. */
  logs: string;
  /** So many pods, more or less one a namespace; those that are there count. */
  pods: number;
}

/** Five nodes and so many running pods, each with the same log of the last hour. Resolves when all are there. */
export async function fillWithPods({ kubeconfig, logs, pods }: FillWithPods): Promise<void> {
  await mkdir(logs, { recursive: true });
  const hourAgo = Date.now() - 3_600_000;
  const file = join(logs, "bench.log");
  await writeLog(file, lines(), hourAgo);
  using kube = await openKube(kubeconfig);
  const applier = new Applier(kube);
  const spaces = Array.from({ length: namespaces }, (_, at) => `bench-${at}`);
  await applier.apply([...spaces.map(namespaceOf), ...Array.from({ length: nodes }, (_, at) => nodeOf(at))]);
  await applier.apply([logsOf(spaces, file)]);
  await until("the accounts of the namespaces", async () => {
    const paths = spaces.map((name) => `/api/v1/namespaces/${name}/serviceaccounts/default`);
    const answers = await Promise.all(paths.map((path) => kube.ask({ path })));
    return answers.every(({ status }) => status === 200);
  });
  await applier.create(Array.from({ length: pods }, (_, at) => podOf(at, spaces)));
}

/** Some thousands take the simulated kubelet minutes. */
export async function untilAllRun(kubeconfig: string): Promise<void> {
  using kube = await openKube(kubeconfig);
  await until("all pods to run", async () => {
    const waiting = await kube.json({ path: "/api/v1/pods?fieldSelector=status.phase%3DPending&limit=1" });
    return listed.parse(waiting).items.length === 0;
  });
}

function namespaceOf(name: string): Manifest {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name } };
}

function nodeOf(at: number): Manifest {
  const room = { cpu: "640", memory: "2560Gi", pods: "20000" };
  const metadata = { name: `bench-${at}`, labels: { "kubernetes.io/hostname": `bench-${at}` } };
  return { apiVersion: "v1", kind: "Node", metadata, status: { allocatable: room, capacity: room } };
}

function logsOf(spaces: readonly string[], logsFile: string): Manifest {
  return {
    apiVersion: "kwok.x-k8s.io/v1alpha1",
    kind: "ClusterLogs",
    metadata: { name: "bench" },
    spec: { selector: { matchNamespaces: spaces }, logs: [{ logsFile }] },
  };
}

/** Bound to its node already, and about as large as a pod of a real Deployment. */
function podOf(at: number, spaces: readonly string[]): Manifest {
  const app = `app-${Math.floor(at / 10)}`;
  const variable = (index: number) => ({ name: `SETTING_${index}`, value: `value ${index} of ${app}` });
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: `${app}-${at}`,
      namespace: spaces[at % spaces.length] ?? "",
      labels: { app, "app.kubernetes.io/name": app, "pod-template-hash": "5d9c7b6f4" },
      annotations: { "prometheus.io/scrape": "true", "prometheus.io/port": "8080" },
    },
    spec: {
      nodeName: `bench-${at % nodes}`,
      tolerations: [{ operator: "Exists" }],
      containers: [
        {
          name: "main",
          image: `registry.example/${app}:1.2.3`,
          env: Array.from({ length: 20 }, (_, index) => variable(index)),
          ports: [{ name: "http", containerPort: 8080 }],
          resources: { requests: { cpu: "10m", memory: "64Mi" }, limits: { memory: "128Mi" } },
          readinessProbe: { httpGet: { path: "/healthz", port: "http" } },
          volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
        },
      ],
      volumes: [{ name: "tmp", emptyDir: {} }],
    },
  };
}

function* lines(): Generator<string> {
  for (let at = 0; at < linesPerPod; at++)
    yield `I1128 00:00:00.000000       1 handler.go:${100 + (at % 50)}] "handled request" id=${at} method=GET path="/api/v1/orders/${at}" status=200 duration=${(at % 90) + 1}ms`;
}
