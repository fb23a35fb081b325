import type { Manifest } from "./manifest.ts";
import { controller, job, pod } from "./workloads.ts";

const chaos = (stage: string) => ({ [`${stage}.stage.kwok.x-k8s.io`]: "true" });

/** What is wrong in the namespace `broken`. */
export function failing(): Manifest[] {
  const namespace = "broken";
  const unbound = {
    accessModes: ["ReadWriteOnce"],
    storageClassName: "manual",
    resources: { requests: { storage: "9Ti" } },
  };
  return [
    controller("Deployment", namespace, { pod: { app: "crash-loop", state: "crash-loop" }, spec: { replicas: 2 } }),
    controller("Deployment", namespace, { pod: { app: "too-big", cpu: "999" }, spec: { replicas: 1 } }),
    controller("Deployment", namespace, { pod: { app: "waits-for-claim", claim: "unbound" }, spec: { replicas: 1 } }),
    pod(namespace, { app: "image-pull", state: "image-pull" }),
    job(namespace, { app: "failed-job", labels: chaos("pod-container-running-failed") }),
    pod(namespace, { app: "failed-pod", restartPolicy: "Never", labels: chaos("pod-container-running-failed") }),
    pod(namespace, {
      app: "failed-init",
      init: true,
      restartPolicy: "Never",
      labels: chaos("pod-init-container-running-failed"),
    }),
    { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata: { name: "unbound", namespace }, spec: unbound },
  ];
}

/** Pods whose logs are a case of their own, `write-logs` says which. */
export function loggers(): Manifest[] {
  const apps = ["one-long-line", "not-utf8", "many-lines", "empty-log", "no-log", "planted-log"];
  return apps.map((app) => pod("platform", { app, init: app === "planted-log" }));
}
