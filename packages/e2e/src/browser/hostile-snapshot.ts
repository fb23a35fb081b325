import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { LogStreamRef, Manifest } from "@kubin/schema";
import { logsPart, type MadePart, manifestOf, objectsPart } from "../testbed/make-parts.ts";
import {
  address,
  certificate,
  everything,
  markdown,
  markup,
  reordered,
  template,
  terminal,
} from "./hostile-payloads.ts";

export const namespace = "evil";
/** Names of objects hold no slash, but all else that a hostile bundle likes. */
export const name = "<img class=evil src=x onerror=window.hacked=1>\u202e\u001b[31m";
export const stream: LogStreamRef = { namespace, pod: name, container: name, source: "current" };

const created = "2021-08-05T09:00:00Z";
const bag = {
  [markup]: markup,
  [address]: address,
  "example.com/homepage": address,
  "prometheus.io/path": "https://evil.example/?x=<script>",
  __proto__x: template,
  constructor: markdown,
  "evil/terminal": terminal,
  "evil/reordered": reordered,
};

/** An object of which every text is hostile. */
function evil(kind: string, plural: string, more: Record<string, unknown> = {}) {
  const { apiVersion = "v1", metadata, ...rest } = more;
  const own = { name, namespace, uid: `uid-${kind}`, creationTimestamp: created, labels: bag, annotations: bag };
  return { plural, object: { apiVersion, kind, metadata: { ...own, ...(metadata ?? {}) }, ...rest } };
}

const owner = { apiVersion: "apps/v1", kind: "ReplicaSet", name, uid: "uid-ReplicaSet", controller: true };
const condition = { type: markup, status: "False", reason: markup, message: everything, lastTransitionTime: created };
const podSpec = {
  nodeName: name,
  serviceAccountName: name,
  priorityClassName: markup,
  containers: [
    {
      name,
      image: `${markup}:${address}`,
      command: [everything],
      args: [everything],
      env: [
        { name: markup, value: everything },
        { name: "FROM", valueFrom: { configMapKeyRef: { name, key: markup } } },
      ],
      envFrom: [{ configMapRef: { name } }, { secretRef: { name } }],
      ports: [{ name: markup, containerPort: 80 }],
      volumeMounts: [{ name: "v", mountPath: markup }],
      livenessProbe: { httpGet: { path: everything, port: markup } },
    },
  ],
  volumes: [
    { name: "v", configMap: { name } },
    { name: "c", persistentVolumeClaim: { claimName: name } },
  ],
  tolerations: [{ key: markup, value: markup }],
};
const podStatus = {
  phase: "Running",
  message: everything,
  reason: markup,
  podIP: markup,
  hostIP: address,
  conditions: [condition],
  containerStatuses: [
    {
      name,
      ready: false,
      restartCount: 7,
      image: markup,
      imageID: address,
      state: { waiting: { reason: "CrashLoopBackOff", message: everything } },
      lastState: {
        terminated: { exitCode: 137, reason: markup, message: everything, startedAt: created, finishedAt: created },
      },
    },
  ],
};

const rules = [{ apiGroups: [markup], resources: [markup, "secrets"], verbs: [markup, "get", "*"] }];
const template_ = { metadata: { labels: bag }, spec: podSpec };
const clusterWide = { metadata: { namespace: undefined } };
const records = [
  evil("Pod", "pods", { metadata: { ownerReferences: [owner] }, spec: podSpec, status: podStatus }),
  evil("ConfigMap", "configmaps", { data: { [markup]: everything, "index.html": markup, [address]: markdown } }),
  evil("Secret", "secrets", { type: markup, data: { "tls.crt": Buffer.from(certificate).toString("base64") } }),
  evil("Secret", "secrets", {
    metadata: {
      name: `sh.helm.release.v1.${name}.v1`,
      uid: "uid-helm",
      labels: { owner: "helm", name, status: markup, version: "1" },
    },
    type: "helm.sh/release.v1",
  }),
  evil("Service", "services", {
    spec: {
      selector: bag,
      type: "ExternalName",
      externalName: address,
      clusterIP: markup,
      ports: [{ name: markup, port: 80, targetPort: markup }],
    },
    status: { loadBalancer: { ingress: [{ hostname: address, ip: markup }] } },
  }),
  evil("PersistentVolumeClaim", "persistentvolumeclaims", {
    spec: { storageClassName: markup, volumeName: name, accessModes: [markup] },
    status: { phase: markup, conditions: [condition] },
  }),
  evil("ServiceAccount", "serviceaccounts", { secrets: [{ name }] }),
  evil("Event", "events", {
    metadata: { uid: "uid-event" },
    type: "Warning",
    reason: markup,
    message: everything,
    count: 12,
    firstTimestamp: created,
    lastTimestamp: created,
    source: { component: markup, host: address },
    involvedObject: { kind: "Pod", namespace, name, uid: "uid-Pod", apiVersion: "v1" },
  }),
];
const apps = ["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"].map((kind) =>
  evil(kind, `${kind.toLowerCase()}s`, {
    apiVersion: "apps/v1",
    spec: { replicas: 3, selector: { matchLabels: bag }, template: template_, serviceName: name },
    status: { replicas: 3, readyReplicas: 0, conditions: [condition] },
  }),
);
const others = [
  evil("Job", "jobs", { apiVersion: "batch/v1", spec: { template: template_ }, status: { conditions: [condition] } }),
  evil("CronJob", "cronjobs", {
    apiVersion: "batch/v1",
    spec: { schedule: markup, jobTemplate: { spec: { template: template_ } } },
  }),
  evil("Ingress", "ingresses", {
    apiVersion: "networking.k8s.io/v1",
    spec: {
      ingressClassName: markup,
      tls: [{ hosts: [address], secretName: name }],
      rules: [
        { host: address, http: { paths: [{ path: markup, backend: { service: { name, port: { name: markup } } } }] } },
        { host: "evil.example", http: { paths: [{ path: address, backend: { service: { name } } }] } },
      ],
    },
    status: { loadBalancer: { ingress: [{ hostname: address }] } },
  }),
  evil("HorizontalPodAutoscaler", "horizontalpodautoscalers", {
    apiVersion: "autoscaling/v2",
    spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name }, maxReplicas: 3 },
    status: { conditions: [condition] },
  }),
  evil("Role", "roles", { apiVersion: "rbac.authorization.k8s.io/v1", rules }),
  evil("RoleBinding", "rolebindings", {
    apiVersion: "rbac.authorization.k8s.io/v1",
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name },
    subjects: [
      { kind: "User", name: markup },
      { kind: "ServiceAccount", name, namespace },
    ],
  }),
  evil("Evil", "evils", {
    apiVersion: "evil.example/v1",
    spec: { text: everything, link: address },
    status: { conditions: [condition] },
  }),
];
const cluster = [
  evil("Node", "nodes", {
    ...clusterWide,
    spec: { taints: [{ key: markup, value: markup, effect: "NoSchedule" }], unschedulable: true },
    status: {
      conditions: [{ ...condition, type: "Ready" }],
      addresses: [{ type: markup, address }],
      nodeInfo: { kubeletVersion: markup, osImage: markup, containerRuntimeVersion: markup },
      capacity: { cpu: markup, memory: address },
      allocatable: { cpu: markup, memory: address, pods: markup },
    },
  }),
  evil("PersistentVolume", "persistentvolumes", { ...clusterWide, spec: { claimRef: { namespace, name } } }),
  evil("ClusterRole", "clusterroles", { ...clusterWide, apiVersion: "rbac.authorization.k8s.io/v1", rules }),
  evil("CustomResourceDefinition", "customresourcedefinitions", {
    apiVersion: "apiextensions.k8s.io/v1",
    metadata: { name: "evils.evil.example", namespace: undefined },
    spec: {
      group: "evil.example",
      scope: "Namespaced",
      names: { plural: "evils", singular: "evil", kind: "Evil" },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          additionalPrinterColumns: [
            { name: markup, type: "string", jsonPath: ".spec.text", description: everything },
            { name: "Link", type: "string", jsonPath: ".spec.link" },
          ],
        },
      ],
    },
  }),
];

/** 2 MB on one line, between lines that are hostile each in its way. */
const lines = [
  `2021-08-05T10:00:00Z ${markup}`,
  `2021-08-05T10:00:01Z ${terminal}`,
  `2021-08-05T10:00:02Z ${reordered} ${address} ${template}`,
  `2021-08-05T10:00:03Z ERROR ${everything}`,
  `2021-08-05T10:00:04Z {"level":"error","msg":${JSON.stringify(everything)},"__proto__":{"hacked":1},${JSON.stringify(markup)}:"x","url":"${address}"}`,
  `2021-08-05T10:00:05Z panic: ${markup}`,
  `2021-08-05T10:00:05Z \tat ${markup}.main(${address}:1)`,
  `2021-08-05T10:00:05Z \tat evil.Caused(by.java:1)`,
  `2021-08-05T10:00:06Z long ${"<img class=evil src=x onerror=window.hacked=1>".repeat(22_000)}`,
  `2021-08-05T10:00:07Z level=warn msg=${JSON.stringify(everything)}`,
];

const html = `<!doctype html><title>x</title><body onload="window.hacked=1">${markup}</body>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=1"><script class="evil">window.hacked=1</script></svg>`;

function document(path: string, text: string): MadePart {
  const bytes = gzipSync(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { entry: { type: "bundle", namespace: "", sha256, size: bytes.length, items: 1, path }, bytes };
}

export const documents = [
  document("evil/page.html", html),
  document("evil/picture.svg", svg),
  document(`evil/${name.replaceAll("\u001b", "")}.txt`, everything),
];

const parts = [
  objectsPart("resources", namespace, [...records.filter(({ plural }) => plural !== "events"), ...apps, ...others]),
  objectsPart("resources", "", cluster),
  objectsPart(
    "events",
    namespace,
    records.filter(({ plural }) => plural === "events"),
  ),
  logsPart(namespace, [
    { stream, lines },
    { stream: { ...stream, source: "previous" }, lines: lines.slice(0, 8) },
  ]),
  ...documents,
];

/** A snapshot in which no text means well. */
export function hostileSnapshot(): { parts: MadePart[]; manifest: Manifest } {
  const short = markup.slice(0, 100);
  const manifest = manifestOf(parts, {
    facts: {
      layout: short,
      tool: short,
      capturedAt: "2021-08-05T10:00:00Z",
      cluster: { name: everything.slice(0, 200), uid: short },
      kubernetesVersion: short,
      analysis: [
        {
          severity: "error",
          name: short,
          title: markup,
          detail: everything,
          object: { kind: "Pod", namespace, name },
        },
      ],
    },
    coverage: [{ kind: "forbidden", what: everything, namespace, detail: everything, count: 3 }],
    redactions: [{ rule: short, namespace, count: 2 }],
  });
  return { parts, manifest };
}
