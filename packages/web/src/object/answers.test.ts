import type { RelatedObject, ResourceDetail } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { toYaml } from "../editor/to-yaml.ts";
import { dataKeys } from "./data-keys.ts";
import { findReferences } from "./find-references.ts";
import { hpaMetrics } from "./hpa-metrics.ts";
import { ingressRules, routeRules } from "./ingress-rules.ts";
import { podHints } from "./pod-hints.ts";
import { podTrouble } from "./pod-trouble.ts";
import { policyRules, subjectsOf } from "./policy-rules.ts";
import type { Json } from "./read-json.ts";
import { relatedGroups } from "./related-groups.ts";
import { rolloutFacts } from "./rollout-facts.ts";
import { serviceBackends } from "./service-backends.ts";
import { serviceState } from "./service-word.ts";

function related(given: Partial<RelatedObject> & Pick<RelatedObject, "kind" | "name" | "relation">): RelatedObject {
  return {
    group: "",
    version: "v1",
    plural: `${given.kind.toLowerCase()}s`,
    namespace: "shop",
    health: "ok",
    reason: "",
    cells: [],
    captured: true,
    ...given,
  };
}

function detail(object: Json, relatives: RelatedObject[] = [], events: ResourceDetail["events"] = []): ResourceDetail {
  const row = {
    group: "",
    version: "v1",
    kind: "X",
    plural: "xs",
    namespace: "shop",
    name: "x",
    labels: {},
    cells: [],
  };
  return { row: { ...row, health: "failing", reason: "" }, columns: [], object, related: relatives, events };
}

const pod = (name: string, health: RelatedObject["health"] = "ok", reason = "") =>
  related({ kind: "Pod", name, relation: "selects", health, reason });

describe("serviceBackends", () => {
  const slice = (endpoints: Json[]): Json => ({ kind: "EndpointSlice", endpoints });
  const endpoint = (name: string, ready?: boolean): Json => ({
    addresses: ["10.0.0.1"],
    targetRef: { kind: "Pod", name },
    conditions: ready === undefined ? {} : { ready },
  });

  it("joins endpoints with pods, those without traffic first", () => {
    const found = serviceBackends({
      pods: [pod("a"), pod("b", "failing", "CrashLoopBackOff"), pod("c")],
      endpoints: [slice([endpoint("a"), endpoint("b", false)])],
    });
    expect(found.map(({ name, state, health }) => `${name} ${state} ${health}`)).toEqual([
      "b not ready failing",
      "c left out warning",
      "a ready ok",
    ]);
  });

  it("knows only the pods' own health where no endpoints were captured", () => {
    const found = serviceBackends({ pods: [pod("a")], endpoints: undefined });
    expect(found).toMatchObject([{ name: "a", state: "unknown", health: "ok" }]);
  });

  it("reads Endpoints of old clusters, and addresses that are no pods", () => {
    const old: Json = {
      kind: "Endpoints",
      subsets: [
        { addresses: [{ ip: "192.0.2.7" }], notReadyAddresses: [{ ip: "10.0.0.2", targetRef: { name: "b" } }] },
      ],
    };
    const found = serviceBackends({ pods: [pod("b", "warning")], endpoints: [old] });
    expect(found.map(({ name, state }) => `${name} ${state}`)).toEqual(["b not ready", "192.0.2.7 ready"]);
  });
});

describe("what an ingress leads to", () => {
  it("reads rules of new and old API versions and the default backend", () => {
    const rules = ingressRules({
      spec: {
        rules: [
          {
            host: "a.example",
            http: { paths: [{ path: "/x", backend: { service: { name: "s", port: { number: 80 } } } }] },
          },
          { http: { paths: [{ backend: { serviceName: "old", servicePort: "web" } }] } },
        ],
        defaultBackend: { resource: { kind: "Bucket", name: "b" } },
      },
    });
    expect(rules.map(({ host, path, service, port, other }) => [host, path, service || other, port].join(" "))).toEqual(
      ["a.example /x s 80", "* / old web", "* * Bucket b "],
    );
  });

  it("weighs the services of a route", () => {
    const rules = routeRules({
      spec: { host: "h", to: { name: "a", weight: 90 }, alternateBackends: [{ name: "b", weight: 10 }] },
    });
    expect(rules.map(({ service, weight }) => `${service} ${weight}`)).toEqual(["a 90", "b 10"]);
  });

  it("tells a service without that port, and one without pods", () => {
    const service = { spec: { selector: { app: "x" }, ports: [{ port: 80, name: "web" }] } };
    expect(serviceState(detail(service, [pod("a")]), "8080")).toMatchObject({ health: "failing", lacksPort: true });
    expect(serviceState(detail(service, [pod("a"), pod("b", "failing")]), "web")).toMatchObject({
      health: "warning",
      pods: { ready: 1, all: 2 },
    });
    expect(serviceState(detail(service), "80")).toMatchObject({ health: "failing", pods: { ready: 0, all: 0 } });
    expect(serviceState(detail({ spec: { ports: [{ port: 80 }] } }), "80")).toMatchObject({ health: "unknown" });
  });
});

it("tells what else explains a pod: warnings once a reason, its node, claims, what nobody captured", () => {
  const event = (reason: string, type = "Warning"): ResourceDetail["events"][number] => ({
    namespace: "shop",
    name: reason,
    type,
    reason,
    message: `${reason} happened`,
    count: 2,
    source: "kubelet",
    about: { group: "", kind: "Pod", namespace: "shop", name: "x" },
  });
  const hints = podHints(
    detail(
      {},
      [
        related({ kind: "Node", name: "n1", relation: "node", health: "failing", reason: "NotReady" }),
        related({
          kind: "PersistentVolumeClaim",
          name: "data",
          relation: "uses",
          health: "warning",
          reason: "unbound",
        }),
        related({ kind: "ConfigMap", name: "cfg", relation: "uses", captured: false, health: "unknown" }),
        related({ kind: "ConfigMap", name: "fine", relation: "uses" }),
      ],
      [event("BackOff"), event("BackOff"), event("Pulled", "Normal")],
    ),
  );
  expect(hints.map(({ about, object, text }) => [about, object?.name, text].filter(Boolean).join(" "))).toEqual([
    "BackOff BackOff happened",
    "Node n1 NotReady",
    "PersistentVolumeClaim data unbound",
    "ConfigMap cfg",
  ]);
});

it("sets what is mounted apart from what is only named, trouble first, and lists a pod once", () => {
  const groups = relatedGroups(
    detail(
      { spec: { template: { spec: { volumes: [{ configMap: { name: "a" } }, { secret: { secretName: "s" } }] } } } },
      [
        related({ kind: "ConfigMap", name: "a", relation: "uses" }),
        related({ kind: "ConfigMap", name: "b", relation: "uses" }),
        related({ kind: "Secret", name: "s", relation: "uses", captured: false, health: "unknown" }),
        related({ kind: "Pod", name: "p", relation: "selects" }),
        related({ kind: "Pod", name: "p", relation: "child" }),
        related({ kind: "Pod", name: "q", relation: "child", health: "failing" }),
      ],
    ),
  );
  expect(groups.map(({ key, objects }) => `${key}: ${objects.map(({ name }) => name).join(" ")}`)).toEqual([
    "child: q p",
    "mounts: s a",
    "uses: b",
  ]);
});

it("counts a rollout with Go's zeros, and knows that the controller has not seen a change", () => {
  expect(
    rolloutFacts({
      kind: "Deployment",
      metadata: { generation: 4, annotations: { "deployment.kubernetes.io/revision": "3" } },
      spec: {
        paused: true,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "25%", maxUnavailable: 1 } },
      },
      status: { observedGeneration: 3, updatedReplicas: 1 },
    }),
  ).toEqual({
    desired: 1,
    updated: 1,
    ready: 0,
    available: 0,
    paused: true,
    unseen: true,
    revision: "3",
    strategy: "RollingUpdate, 1 unavailable at most, 25% above at most",
    deadline: undefined,
  });
});

it("pairs the metrics of an autoscaler by name, in any order", () => {
  const metric = (name: string, where: "target" | "current", value: Json): Json => ({
    type: "Resource",
    resource: { name, [where]: value },
  });
  expect(
    hpaMetrics({
      spec: {
        metrics: [
          metric("cpu", "target", { averageUtilization: 70 }),
          metric("memory", "target", { averageValue: "1Gi" }),
        ],
      },
      status: { currentMetrics: [metric("memory", "current", { averageValue: "2Gi" })] },
    }),
  ).toEqual([
    { name: "cpu", current: "", target: "70%" },
    { name: "memory", current: "2Gi a pod", target: "1Gi a pod" },
  ]);
});

it("writes rules with their groups, and gives a service account the namespace of its binding", () => {
  const rules = [
    { verbs: ["get"], apiGroups: ["", "apps"], resources: ["pods"], resourceNames: ["a"] },
    { verbs: ["get"], nonResourceURLs: ["/metrics"] },
  ];
  expect(policyRules({ rules })).toEqual([
    { verbs: ["get"], resources: ["pods", "pods.apps"], names: ["a"] },
    { verbs: ["get"], resources: ["/metrics"], names: [] },
  ]);
  const binding = {
    metadata: { namespace: "shop" },
    subjects: [
      { kind: "ServiceAccount", name: "sa" },
      { kind: "User", name: "u" },
    ],
  };
  expect(subjectsOf(binding)).toEqual([
    { kind: "ServiceAccount", namespace: "shop", name: "sa" },
    { kind: "User", namespace: "", name: "u" },
  ]);
});

describe("podTrouble", () => {
  const troubled = (name: string, reason: string, more: Partial<RelatedObject>) => ({
    ...pod(name, "failing", reason),
    ...more,
  });
  const cells = (restarts: number) => ["0/1", "", restarts, null, null, null, null, null];

  it("sums alike pods, what fails before what only restarted, what restarts most before the rest", () => {
    const found = podTrouble([
      pod("ok"),
      troubled("w", "9 restarts, last: app exited 1", { health: "warning", cells: cells(9) }),
      troubled("p", "Pending: 0/4 nodes are available", { cells: cells(0) }),
      troubled("a", "CrashLoopBackOff: app exited 137, 1 restart", {
        cells: cells(1),
        lastRestartAt: "2026-11-23T10:40:00.000Z",
      }),
      troubled("b", "CrashLoopBackOff: app exited 137, 7 restarts", {
        cells: cells(7),
        lastRestartAt: "2026-11-23T10:30:00.000Z",
      }),
    ]);
    expect(found.map(({ reason, pods, restarts }) => `${pods} ${restarts} ${reason}`)).toEqual([
      "2 8 CrashLoopBackOff: app exited 137, 7 restarts",
      "1 0 Pending: 0/4 nodes are available",
      "1 9 9 restarts, last: app exited 1",
    ]);
    expect(found[0]?.lastRestartAt).toBe("2026-11-23T10:40:00.000Z");
  });
});

it("knows how large the values of a secret were, also where marks stand for them", () => {
  const data = {
    a: "‹redacted:secret:0123456789abcdef0123:916 bytes›",
    b: "aGk=",
    c: "‹redacted:secret:0123456789abcdef0123›",
  };
  expect(dataKeys({ kind: "Secret", data }).map(({ bytes }) => bytes)).toEqual([916, 2, undefined]);
  expect(
    dataKeys({ kind: "ConfigMap", data: { a: "ä" }, binaryData: { b: "aGk=" } }).map(({ bytes }) => bytes),
  ).toEqual([2, 2]);
});

describe("findReferences", () => {
  const captured = [
    related({ kind: "ReplicaSet", name: "rs-1", relation: "owner", group: "apps" }),
    related({ kind: "ConfigMap", name: "cfg", relation: "uses" }),
    related({ kind: "Secret", name: "tls", relation: "uses" }),
    related({ kind: "Node", name: "123", relation: "node", namespace: "" }),
    related({ kind: "Secret", name: "gone", relation: "uses", captured: false }),
  ];

  it("finds names where the kind of the place says so, and only of what was captured", () => {
    const yaml = toYaml({
      metadata: {
        name: "cfg",
        annotations: { note: "configMapRef:\n  name: cfg\n" },
        ownerReferences: [
          { kind: "ReplicaSet", name: "rs-1" },
          { kind: "Job", name: "rs-1" },
        ],
      },
      spec: {
        nodeName: "123",
        containers: [{ name: "tls", envFrom: [{ configMapRef: { name: "cfg" } }, { secretRef: { name: "gone" } }] }],
        volumes: [{ name: "cfg", secret: { secretName: "tls" } }, { configMap: { name: "tls" } }],
      },
    });
    const found = findReferences(yaml, captured);
    expect(found.map(({ from, to, object }) => `${object.kind} ${yaml.slice(from, to)}`)).toEqual([
      "ReplicaSet rs-1",
      "ConfigMap cfg",
      "Node 123",
      "Secret tls",
    ]);
    // The place of the reference, not the same word elsewhere.
    const before = found.map(({ from }) => yaml.slice(yaml.lastIndexOf("\n", from) + 1, from).trim());
    expect(before).toEqual(["name:", "name:", "nodeName: '", "secretName:"]);
  });
});
