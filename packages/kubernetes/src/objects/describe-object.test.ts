import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "./columns/columns-of.ts";
import { describeEvent } from "./describe-event.ts";
import { describeObject } from "./describe-object.ts";
import type { Json } from "./json.ts";
import { selectorOf } from "./selector-of.ts";

function readFixture(name: "lab" | "openshift" | "troubleshoot"): Json[] {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8"));
}

const objects = [...readFixture("lab"), ...readFixture("openshift"), ...readFixture("troubleshoot")];

/** Plural, kind and part of the name of a fixture. */
type Ref = [plural: string, kind: string, name: string];

function find(kind: string, namePart: string): Json {
  const found = objects.find(
    (object) => object.kind === kind && String((object.metadata as Json | undefined)?.name).includes(namePart),
  );
  if (found === undefined) throw new Error(`no ${kind} ${namePart} among the fixtures`);
  return found;
}

function described(plural: string, kind: string, namePart: string) {
  const row = describeObject({ plural, object: find(kind, namePart) });
  const cells = Object.fromEntries(columnsOf(row).map(({ name }, index) => [name, row.cells[index]]));
  return { ...row, named: cells };
}

describe("cells are those of kubectl get -o wide", () => {
  it.each([
    [["pods", "Pod", "checkout"], { Ready: "0/1", Status: "OOMKilled", Restarts: 0, Node: "node-0" }],
    [["pods", "Pod", "fraud"], { Ready: "0/1", Status: "Pending", Restarts: 0, IP: "<none>", Node: "<none>" }],
    [["pods", "Pod", "catalog"], { Ready: "2/2", Status: "Running", "Readiness Gates": "<none>" }],
    [["pods", "Pod", "velero"], { Ready: "0/1", Status: "CrashLoopBackOff", Restarts: 3 }],
    [["deployments", "Deployment", "checkout"], { Ready: "0/2", "Up-to-date": 0, Available: 0, Containers: "app" }],
    [["daemonsets", "DaemonSet", "log-agent"], { Desired: 4, Ready: 4, "Node Selector": "<none>" }],
    [["statefulsets", "StatefulSet", "ledger"], { Ready: "0/2", Images: "postgres:16" }],
    [["jobs", "Job", "report"], { Status: "Complete", Completions: "1/1" }],
    [["cronjobs", "CronJob", "report"], { Schedule: "*/1 * * * *", Timezone: "<none>", Suspend: "False", Active: 0 }],
    [["services", "Service", "catalog"], { Type: "ClusterIP", "External-IP": "<none>", "Port(s)": "80/TCP" }],
    [["endpoints", "Endpoints", "catalog"], { Endpoints: "10.0.0.1:8080,10.0.0.3:8080,10.0.0.4:8080" }],
    [["endpointslices", "EndpointSlice", "catalog"], { AddressType: "IPv4", Ports: "8080" }],
    [["ingresses", "Ingress", "shop"], { Class: "nginx", Hosts: "books.example.com", Ports: "80, 443", Address: "" }],
    [["configmaps", "ConfigMap", "catalog"], { Data: 2 }],
    [["resourcequotas", "ResourceQuota", "payments"], { Request: "pods: 2/10, requests.cpu: 64/32", Limit: "" }],
    [["poddisruptionbudgets", "PodDisruptionBudget", "catalog"], { "Min Available": "3", "Max Unavailable": "N/A" }],
    [["horizontalpodautoscalers", "HorizontalPodAutoscaler", "catalog"], { Targets: "cpu: <unknown>/70%", MaxPods: 9 }],
    [["controllerrevisions", "ControllerRevision", "ledger"], { Controller: "statefulset.apps/ledger", Revision: 1 }],
    [["nodes", "Node", "node-0"], { Status: "Ready", Roles: "worker", "External-IP": "<none>" }],
    [["apiservices", "APIService", "dead"], { Service: "default/nowhere", Available: "False (ServiceNotFound)" }],
    [
      ["persistentvolumeclaims", "PersistentVolumeClaim", "ledger"],
      { Status: "Pending", StorageClass: "fast-missing" },
    ],
    [["clusteroperators", "ClusterOperator", "dns"], { Available: "True", Progressing: "False", Degraded: "False" }],
    [["machineconfigpools", "MachineConfigPool", "worker"], { Updated: "True", Degraded: "False" }],
    [["routes", "Route", "console"], { Services: "console", Termination: "reencrypt/Redirect", Wildcard: "None" }],
  ] satisfies [Ref, object][])("%s", (ref, expected) => {
    expect(described(...ref).named).toMatchObject(expected);
  });

  it("gives age cells the time itself, also to kinds nobody knows", () => {
    expect(described("backups", "Backup", "").named).toEqual({ Age: expect.stringMatching(/^2026-11-23T.*Z$/) });
  });

  it("knows kinds under their old groups", () => {
    expect(columnsOf({ group: "extensions", plural: "ingresses" }).map(({ name }) => name)).toContain("Hosts");
  });
});

describe("health says why in words", () => {
  it.each([
    [["pods", "Pod", "checkout"], "failing", "OOMKilled at 128Mi: app exited 137"],
    [["pods", "Pod", "velero"], "failing", "CrashLoopBackOff: velero exited 1, 3 restarts"],
    [["pods", "Pod", "fraud"], "failing", "Pending: 0/4 nodes are available: 4 node(s) didn't match"],
    [["pods", "Pod", "catalog"], "ok", ""],
    [["deployments", "Deployment", "checkout"], "failing", "0 of 2 available: new pods are refused: exceeded quota"],
    [["deployments", "Deployment", "catalog"], "ok", ""],
    [["replicasets", "ReplicaSet", "checkout"], "failing", "exceeded quota: payments"],
    [["statefulsets", "StatefulSet", "ledger"], "failing", "0 of 2 ready"],
    [["daemonsets", "DaemonSet", "log-agent"], "ok", ""],
    [["jobs", "Job", "report"], "ok", ""],
    [["nodes", "Node", "node-0"], "ok", ""],
    [
      ["persistentvolumeclaims", "PersistentVolumeClaim", ""],
      "warning",
      "not bound to a volume (StorageClass fast-missing)",
    ],
    [["horizontalpodautoscalers", "HorizontalPodAutoscaler", ""], "failing", "Unable to scale: the HPA was unable"],
    [["apiservices", "APIService", "dead"], "failing", 'service/nowhere in "default" is not present'],
    [["clusteroperators", "ClusterOperator", "dns"], "ok", ""],
    [["configmaps", "ConfigMap", "catalog"], "unknown", ""],
  ] satisfies [Ref, string, string][])("%s", (ref, health, reason) => {
    const row = described(...ref);
    expect(row.health).toBe(health);
    if (reason === "") expect(row.reason).toBe("");
    else expect(row.reason).toContain(reason);
  });
});

describe("relations", () => {
  it("finds what a pod uses, also through projected volumes and env", () => {
    expect(described("pods", "Pod", "catalog").uses).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\/Node\/\/node-\d$/),
        "/ServiceAccount/bookstore/catalog",
        "/ConfigMap/bookstore/catalog-config",
        "/ConfigMap/bookstore/kube-root-ca.crt",
        "/Secret/bookstore/catalog-db",
      ]),
    );
  });

  it.each([
    [["statefulsets", "StatefulSet", "ledger"], "/Service/payments/ledger"],
    [["deployments", "Deployment", "catalog"], "/Secret/bookstore/catalog-db"],
    [["ingresses", "Ingress", "shop"], "/Secret/bookstore/missing-tls"],
    [["ingresses", "Ingress", "shop"], "/Service/bookstore/legacy"],
    [["horizontalpodautoscalers", "HorizontalPodAutoscaler", "catalog"], "apps/Deployment/bookstore/catalog"],
    [["persistentvolumeclaims", "PersistentVolumeClaim", "ledger"], "storage.k8s.io/StorageClass//fast-missing"],
    [["rolebindings", "RoleBinding", "config-reader"], "/ServiceAccount/bookstore/catalog"],
    [["rolebindings", "RoleBinding", "config-reader"], "rbac.authorization.k8s.io/Role/bookstore/config-reader"],
    [["routes", "Route", "console"], "/Service/openshift-console/console"],
    [["pods", "Pod", "ledger"], "/PersistentVolumeClaim/payments/data-ledger-0"],
  ] satisfies [Ref, string][])("%s names %s", (ref, key) => {
    expect(described(...ref).uses).toContain(key);
  });

  it("keeps owners by uid", () => {
    const replicaSet = described("replicasets", "ReplicaSet", "checkout");
    expect(described("pods", "Pod", "checkout").owners).toEqual([replicaSet.uid]);
  });

  it("tells an empty selector of a policy (all pods) from that of a service (none)", () => {
    expect(selectorOf(find("NetworkPolicy", "default-deny"))).toEqual([]);
    expect(selectorOf({ apiVersion: "v1", kind: "Service", spec: { selector: {} } })).toBeUndefined();
    expect(selectorOf(find("Service", "catalog"))).toEqual([{ key: "app", op: "in", values: ["catalog"] }]);
  });
});

describe("events", () => {
  it("reads both APIs", () => {
    const about = { kind: "Pod", namespace: "shop", name: "web-0", apiVersion: "v1", uid: "u1" };
    const common = { metadata: { name: "e", namespace: "shop" }, type: "Warning", reason: "BackOff" };
    const core = { ...common, involvedObject: about, message: " m\n", count: 7, lastTimestamp: "2026-01-02T00:00:00Z" };
    const newer = {
      ...common,
      regarding: about,
      note: "m",
      eventTime: "2026-01-01T00:00:00.123456Z",
      series: { count: 9, lastObservedTime: "2026-01-02T00:00:00.000000Z" },
      reportingController: "kubelet",
    };
    const lastAt = new Date("2026-01-02T00:00:00Z");
    expect(describeEvent(core)).toMatchObject({ count: 7, message: "m", lastAt, about: { name: "web-0", group: "" } });
    expect(describeEvent(newer)).toMatchObject({
      count: 9,
      message: "m",
      lastAt,
      source: "kubelet",
      about: { uid: "u1" },
    });
  });
});

describe("hostile shapes", () => {
  const json = fc.jsonValue({ maxDepth: 6 });
  const plurals = columnKinds();

  it("never throws on arbitrary JSON in the place of any field", () => {
    fc.assert(
      fc.property(fc.constantFrom(...objects), fc.nat(), json, (object, seed, value) => {
        const broken = replaceOne(structuredClone(object), seed, value);
        for (const plural of plurals) {
          const row = describeObject({ plural, object: broken });
          expect(row.cells).toHaveLength(columnsOf(row).length);
          expect(Number.isInteger(row.restarts)).toBe(true);
        }
        describeEvent(broken);
        selectorOf(broken);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on objects that share only field names with Kubernetes", () => {
    const names = [
      "metadata",
      "spec",
      "status",
      "conditions",
      "containers",
      "kind",
      "apiVersion",
      "__proto__",
      "toString",
    ];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 5 }, json, fc.dictionary(fc.constantFrom(...names), tie("tree"))),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), tree), fc.constantFrom(...plurals), (object, plural) => {
        describeObject({ plural, object });
      }),
    );
  });

  it("takes out what PostgreSQL cannot store, and cuts bottomless nesting", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 3000; depth += 1) deep = [deep];
    const row = describeObject({
      plural: "things",
      object: { metadata: { name: "a\0b\uD800" }, data: { deep, "k\0": "fine \u{1F600}" } },
    });
    const written = JSON.stringify(row.object);
    expect(row.name).toBe("a\uFFFDb\uFFFD");
    expect(written).not.toContain("\\u0000");
    expect(written).not.toMatch(/\\ud[89a-f]/i);
    expect(written).toContain("fine \u{1F600}");
  });

  it("bounds the search text in bytes", () => {
    const annotations = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`a${index}`, "ß漢".repeat(900)]));
    const row = describeObject({ plural: "pods", object: { metadata: { name: "Web", annotations } } });
    expect(row.searchText.startsWith("web")).toBe(true);
    expect(Buffer.byteLength(row.searchText)).toBeLessThanOrEqual(16 * 1024);
  });
});

function columnKinds(): string[] {
  return ["pods", "deployments", "services", "nodes", "events", "clusteroperators", "ingresses", "things"];
}

/** Puts `value` in the place of one field, chosen by `seed`. */
function replaceOne(object: Json, seed: number, value: unknown): Json {
  const places: [Json, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Json, key]);
      walk((node as Json)[key]);
    }
  };
  walk(object);
  const [holder, key] = places[seed % places.length] ?? [object, "kind"];
  holder[key] = value;
  return object;
}
