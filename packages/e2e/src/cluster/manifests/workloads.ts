import type { Manifest, Namespace } from "./manifest.ts";
import { type PodOptions, podTemplate } from "./pods.ts";

/** About forty that are well: every built-in kind, with init containers, sidecars, several replicas. */
export function workloads(): Manifest[] {
  return [...wellIn("shop"), ...wellIn("billing"), ...wellIn("platform")];
}

function wellIn(namespace: Namespace): Manifest[] {
  const deployments: (PodOptions & { replicas?: number })[] = [
    { app: "web", replicas: 3, init: true },
    { app: "api", replicas: 2, sidecar: true },
    { app: "search", init: true, sidecar: true },
    { app: "mailer" },
    { app: "scaled-down", replicas: 0 },
  ];
  return [
    ...deployments.map(({ replicas = 1, ...pod }) => controller("Deployment", namespace, { pod, spec: { replicas } })),
    controller("StatefulSet", namespace, {
      pod: { app: "db", claim: "db-data" },
      spec: { replicas: 2, serviceName: "db" },
    }),
    controller("StatefulSet", namespace, { pod: { app: "queue" }, spec: { replicas: 1, serviceName: "queue" } }),
    controller("DaemonSet", namespace, { pod: { app: "agent", sidecar: true } }),
    controller("ReplicaSet", namespace, { pod: { app: "bare-set" }, spec: { replicas: 1 } }),
    job(namespace, { app: "migrate", init: true }),
    cronJob(namespace, { app: "nightly" }),
    pod(namespace, { app: "bare" }),
  ];
}

interface ControllerOptions {
  pod: PodOptions;
  spec?: object;
}

export function controller(kind: string, namespace: Namespace, { pod, spec }: ControllerOptions): Manifest {
  const selector = { matchLabels: { app: pod.app } };
  return {
    apiVersion: "apps/v1",
    kind,
    metadata: { name: pod.app, namespace, labels: { app: pod.app } },
    spec: { ...spec, selector, template: podTemplate(pod) },
  };
}

export function job(namespace: Namespace, options: PodOptions): Manifest {
  const template = podTemplate({ ...options, restartPolicy: "Never" });
  const metadata = { name: options.app, namespace };
  return { apiVersion: "batch/v1", kind: "Job", metadata, spec: { backoffLimit: 0, template } };
}

function cronJob(namespace: Namespace, options: PodOptions): Manifest {
  const template = podTemplate({ ...options, restartPolicy: "Never" });
  const metadata = { name: options.app, namespace };
  // Once a year: it stands there, and nothing moves.
  const spec = { schedule: "0 0 1 1 *", jobTemplate: { spec: { template } } };
  return { apiVersion: "batch/v1", kind: "CronJob", metadata, spec };
}

export function pod(namespace: Namespace, options: PodOptions): Manifest {
  const { metadata, spec } = podTemplate(options);
  return { apiVersion: "v1", kind: "Pod", metadata: { ...metadata, name: options.app, namespace }, spec };
}
