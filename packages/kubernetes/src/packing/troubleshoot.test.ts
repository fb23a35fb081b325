import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";
import { entriesSource, treeSource } from "./fixtures/tree-source.ts";

const list = (kind: string, items: object[], apiVersion = "v1") =>
  JSON.stringify({ kind: `${kind}List`, apiVersion, metadata: {}, items });
const item = (name: string, namespace?: string) => ({ metadata: { name, ...(namespace ? { namespace } : {}) } });
const version = "apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\nspec:\n  versionNumber: v0.133.0\n";
const secret = ["hunter", "2"].join("");

const idsOf = (packed: Unpacked) =>
  packed.records
    .map(({ plural, object, part }) => {
      const { apiVersion, kind, metadata } = object as { apiVersion: string; kind: string; metadata: { name: string } };
      return `${plural} ${apiVersion} ${kind} ${part.namespace}/${metadata.name}`;
    })
    .sort();
const documentsOf = (packed: Unpacked) =>
  packed.parts.flatMap(({ entry }) => (entry.type === "bundle" ? [`${entry.namespace}: ${entry.path}`] : [])).sort();
const gapsOf = (packed: Unpacked) =>
  packed.manifest.coverage.map(({ kind, what, namespace, count }) => [kind, what, namespace, count]);

describe("a support bundle", () => {
  const files: Record<string, string> = {
    "sb/version.yaml": version,
    "sb/analysis.json": "[]",
    "sb/cluster-info/cluster_version.json": '{"info":{"gitVersion":"v1.2.3"},"string":"v1.2.3+x"}',
    "sb/cluster-resources/pods/a.json": list("Pod", [item("p", "a")]),
    "sb/cluster-resources/nodes.json": list("Node", [item("n")]),
    "sb/cluster-resources/pods/logs/a/p/c.log": "1\n2\n",
    "sb/cluster-resources/pods/logs/a/p/c-previous.log": "0\n",
    "sb/cluster-resources/custom-resources/oxen.farm.example.json": JSON.stringify([
      { apiVersion: "farm.example/v1", kind: "Ox", ...item("o") },
    ]),
    "sb/all-logs/p/c.log": "1\n2\n",
  };

  it("is the same in any order of its entries", async () => {
    const paths = Object.keys(files);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(paths, { minLength: paths.length }), async (order) => {
        const entries = order.map((path): [string, Uint8Array[]] => [path, [new TextEncoder().encode(files[path])]]);
        const packed = await packAll(entriesSource(entries));
        expect(idsOf(packed)).toEqual(["nodes v1 Node /n", "oxen farm.example/v1 Ox /o", "pods v1 Pod a/p"]);
        expect([...packed.logs].map(([key, { text }]) => [key, text]).sort()).toEqual([
          ["a/p/c/current", "1\n2\n"],
          ["a/p/c/previous", "0\n"],
        ]);
        expect(packed.manifest.facts).toMatchObject({ layout: "troubleshoot", kubernetesVersion: "v1.2.3+x" });
        expect(gapsOf(packed)).toEqual([["skipped", "copies of pod logs", "a", 1]]);
      }),
      { numRuns: 12 },
    );
  });

  it("of an old version has bare arrays, whose files tell what is in them", async () => {
    const old = Object.fromEntries(
      [
        ...["pods/a", "services/a", "events/a", "pvcs/a", "deployments/a", "jobs/a", "ingress/a", "network-policy/a"],
        ...["resource-quota/a", "resource-quotas/b", "pod-disruption-budgets/a", "endpointslices/a", "leases/a"],
        ...["nodes", "pvs", "storage-classes", "custom-resource-definitions", "clusterRoleBindings", "ingress-classes"],
      ].map((path) => [`cluster-resources/${path}.json`, JSON.stringify([item("x", path.split("/")[1])])]),
    );
    const packed = await packAll(treeSource(old));
    expect(gapsOf(packed)).toEqual([]);
    expect(idsOf(packed)).toEqual([
      "clusterrolebindings rbac.authorization.k8s.io/v1 ClusterRoleBinding /x",
      "customresourcedefinitions apiextensions.k8s.io/v1 CustomResourceDefinition /x",
      "deployments apps/v1 Deployment a/x",
      "endpointslices discovery.k8s.io/v1 EndpointSlice a/x",
      "events v1 Event a/x",
      "ingressclasses networking.k8s.io/v1 IngressClass /x",
      "ingresses networking.k8s.io/v1 Ingress a/x",
      "jobs batch/v1 Job a/x",
      "leases coordination.k8s.io/v1 Lease a/x",
      "networkpolicies networking.k8s.io/v1 NetworkPolicy a/x",
      "nodes v1 Node /x",
      "persistentvolumeclaims v1 PersistentVolumeClaim a/x",
      "persistentvolumes v1 PersistentVolume /x",
      "poddisruptionbudgets policy/v1 PodDisruptionBudget a/x",
      "pods v1 Pod a/x",
      "resourcequotas v1 ResourceQuota a/x",
      "resourcequotas v1 ResourceQuota b/x",
      "services v1 Service a/x",
      "storageclasses storage.k8s.io/v1 StorageClass /x",
    ]);
  });

  it("gives the namespace of the file to items that name none", async () => {
    const packed = await packAll(treeSource({ "cluster-resources/pods/a.json": list("Pod", [item("p")]) }));
    expect(idsOf(packed)).toEqual(["pods v1 Pod a/p"]);
    expect(packed.records[0]?.object.metadata).toEqual({ name: "p", namespace: "a" });
  });

  it.each([
    ["a List", list("Namespace", [item("a"), item("b")]), 2],
    ["a bare array", JSON.stringify([item("a"), item("b")]), 2],
    ["one object", JSON.stringify({ kind: "Namespace", apiVersion: "v1", ...item("a") }), 1],
    ["one object that tells no kind", JSON.stringify(item("a")), 1],
  ])("may have its namespaces as %s", async (_, text, count) => {
    const packed = await packAll(treeSource({ "sb/cluster-resources/namespaces.json": text }));
    expect(idsOf(packed)).toEqual(["namespaces v1 Namespace /a", "namespaces v1 Namespace /b"].slice(0, count));
  });

  it("has custom resources as JSON, as YAML where there is no JSON, and never both", async () => {
    const custom = "sb/cluster-resources/custom-resources";
    const ox = (name: string) => ({ apiVersion: "farm.example/v1", kind: "Ox", ...item(name, "a") });
    const packed = await packAll(
      treeSource({
        [`${custom}/oxen.farm.example/a.yaml`]: `- apiVersion: farm.example/v1\n  kind: Ox\n  metadata: {name: o, namespace: a}\n  token: ${secret}\n`,
        [`${custom}/oxen.farm.example/a.json`]: JSON.stringify([ox("o")]),
        [`${custom}/oxen.farm.example/b.yaml`]:
          "- apiVersion: farm.example/v1\n  kind: Ox\n  metadata:\n    name: only\n",
      }),
    );
    expect(idsOf(packed)).toEqual(["oxen farm.example/v1 Ox a/o", "oxen farm.example/v1 Ox b/only"]);
    expect(gapsOf(packed)).toEqual([["skipped", "custom resources as YAML", "a", 1]]);
    expect(packed.everything).not.toContain(secret);
  });

  it("tells what its tool was not given, by type and namespace, without repeating the errors", async () => {
    const forbidden = `pods is forbidden: User "${secret}" cannot list resource "pods"`;
    const packed = await packAll(
      treeSource({
        "sb/cluster-resources/pods/a.json": list("Pod", []),
        "sb/cluster-resources/pods-errors.json": JSON.stringify({ a: forbidden, b: "context deadline exceeded" }),
        "sb/cluster-resources/custom-resources/oxen.farm.example-errors.json": JSON.stringify([forbidden]),
        "sb/cluster-resources/groups-resources-errors.json": JSON.stringify(["stale GroupVersion discovery"]),
        "sb/cluster-resources/nodes-errors.json": "[]",
        "sb/cluster-resources/pods/logs/a/p/c-logs-errors.log": "container c is waiting to start",
        "sb/secrets-errors/a/token.json": JSON.stringify([forbidden], undefined, 2),
        "sb/cluster-info/errors.json": JSON.stringify(["Unauthorized"]),
      }),
    );
    expect(gapsOf(packed)).toEqual([
      ["forbidden", "pods", "a", 1],
      ["timed-out", "pods", "b", 1],
      ["forbidden", "oxen.farm.example", "", 1],
      ["missing", "groups-resources", "", 1],
      ["missing", "log of p/c", "a", 1],
      ["forbidden", "secrets", "", 1],
      ["forbidden", "cluster-info", "", 1],
    ]);
    expect(JSON.stringify(packed.manifest)).not.toContain(secret);
    expect(documentsOf(packed).length).toBe(7);
  });

  it("keeps what are no objects as documents", async () => {
    const packed = await packAll(
      treeSource({
        "sb/cluster-resources/nodes.json": list("Node", []),
        "sb/cluster-resources/groups.json": '[{"name":"","versions":[]}]',
        "sb/cluster-resources/resources.json": '[{"groupVersion":"v1","resources":[]}]',
        "sb/cluster-resources/license.json": "{}",
        "sb/cluster-resources/auth-cani-list/a.json": '[{"verbs":["get"]}]',
        "sb/cluster-resources/image-pull-secrets/a/regcred.json": '{"example.org":"kurl"}',
        "sb/node-metrics/n1.json": '{"node":{}}',
        "sb/helm/a/release.json": '{"values":{}}',
        "sb/configmaps/a/settings/key.json": '{"key":"x"}',
        "sb/host-collectors/system/cpu.json": '{"logicalCount":4}',
        "sb/host-collectors/run-host/n1/df.txt": "x",
        "sb/metadata/cluster.json": '{"a":1}',
        "sb/execution-data/summary.txt": "took 1s",
      }),
    );
    expect(idsOf(packed)).toEqual([]);
    expect(gapsOf(packed)).toEqual([]);
    expect(documentsOf(packed)).toEqual([
      ": sb/cluster-resources/groups.json",
      ": sb/cluster-resources/license.json",
      ": sb/cluster-resources/resources.json",
      ": sb/execution-data/summary.txt",
      ": sb/host-collectors/run-host/n1/df.txt",
      ": sb/host-collectors/system/cpu.json",
      ": sb/metadata/cluster.json",
      ": sb/node-metrics/n1.json",
      "a: sb/cluster-resources/auth-cani-list/a.json",
      "a: sb/cluster-resources/image-pull-secrets/a/regcred.json",
      "a: sb/configmaps/a/settings/key.json",
      "a: sb/helm/a/release.json",
    ]);
  });

  it("has values of Secrets, which stay home", async () => {
    const packed = await packAll(
      treeSource({
        "sb/cluster-resources/nodes.json": list("Node", []),
        "sb/secrets/a/db/password.json": JSON.stringify({
          namespace: "a",
          name: "db",
          key: "password",
          keyExists: true,
          value: secret,
        }),
        "sb/secrets/a/all.json": JSON.stringify({ namespace: "a", name: "all", data: { one: secret } }),
        "sb/secrets/a/odd.json": JSON.stringify([secret]),
        "sb/secrets/a/broken.json": `{"value":"${secret}`,
      }),
    );
    expect(packed.everything).not.toContain(secret);
    expect(packed.everything).toContain('"keyExists": true');
    expect(documentsOf(packed)).toEqual(["all", "db/password", "odd"].map((name) => `a: sb/secrets/a/${name}.json`));
    expect(gapsOf(packed)).toEqual([["withheld", "sb/secrets/a/broken.json", "a", 1]]);
  });

  it("reads the YAML that its own redaction broke", async () => {
    const yaml =
      "- apiVersion: x.example/v1\n  kind: X\n  metadata:\n    name: x\n  spec:\n    ip: ***HIDDEN***\n    at: ***HIDDEN***:80\n    all:\n    - ***HIDDEN***\n";
    const packed = await packAll(treeSource({ "cluster-resources/custom-resources/xs.x.example/a.yaml": yaml }));
    expect(gapsOf(packed)).toEqual([]);
    expect(packed.records[0]?.object.spec).toEqual({
      ip: "***HIDDEN***",
      at: "***HIDDEN***:80",
      all: ["***HIDDEN***"],
    });
  });

  it("keeps the marks of its own redaction", async () => {
    const env = {
      ...item("p", "a"),
      spec: { containers: [{ name: "c", args: ["***HIDDEN***", "***TOKEN_PASSWORD_1a2b***"] }] },
    };
    const packed = await packAll(treeSource({ "cluster-resources/pods/a.json": list("Pod", [env]) }));
    expect(packed.records[0]?.object.spec).toEqual(env.spec);
  });

  it("has the logs that a collector's folder repeats once, and those of unknown namespaces as documents", async () => {
    const packed = await packAll(
      treeSource({
        "sb/cluster-resources/pods/logs/a/p/c.log": "1\n2\n",
        "sb/cluster-resources/pods/logs/a/twin/c.log": "a\n",
        "sb/cluster-resources/pods/logs/b/twin/c.log": "b\n",
        "sb/all-logs/p/c.log": "1\n2\n",
        "sb/all-logs/twin/c.log": "?\n",
        "sb/all-logs/gone/c.log": "3\n",
      }),
    );
    expect([...packed.logs].map(([key, { text }]) => [key, text])).toEqual([
      ["a/p/c/current", "1\n2\n"],
      ["a/twin/c/current", "a\n"],
      ["b/twin/c/current", "b\n"],
    ]);
    expect(documentsOf(packed)).toEqual([": sb/all-logs/gone/c.log", ": sb/all-logs/twin/c.log"]);
    expect(gapsOf(packed)).toEqual([["skipped", "copies of pod logs", "a", 1]]);
  });

  it("tells links, which are the same log", async () => {
    const source = treeSource({ "sb/cluster-resources/pods/logs/a/p/c.log": "1\n" });
    const packed = await packAll({
      ...source,
      async *entries() {
        const content = async function* () {};
        yield { path: "sb/all-logs/p/c.log", kind: "link" as const, linkTarget: "../x", size: 0, content };
        yield* source.entries();
      },
    });
    expect([...packed.logs.keys()]).toEqual(["a/p/c/current"]);
    expect(gapsOf(packed)).toEqual([["skipped", "links", "", 1]]);
  });

  it("leaves other bundles within it out, and tells them", async () => {
    const packed = await packAll(
      treeSource({
        "sb/copied/x/cluster-resources/pods/a.json": list("Pod", [item("other", "a")]),
        "sb/cluster-resources/pods/a.json": list("Pod", [item("p", "a")]),
      }),
    );
    expect(idsOf(packed)).toEqual(["pods v1 Pod a/p"]);
    expect(gapsOf(packed)).toEqual([["skipped", "files of a bundle within the bundle", "", 1]]);
  });

  it("may have hosts alone", async () => {
    const packed = await packAll(
      treeSource({ "sb/version.yaml": version, "sb/host-collectors/system/cpu.json": "{}" }),
    );
    expect(packed.manifest.facts.layout).toBe("troubleshoot");
    expect(documentsOf(packed).length).toBe(2);
  });
});
