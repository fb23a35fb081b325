import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import { openSource } from "@kubin/archives";
import { describe, expect, it } from "vitest";
import { detectLayouts } from "../bundle/detect-layouts.ts";
import { packAll } from "./fixtures/pack-all.ts";
import { entriesSource, treeSource } from "./fixtures/tree-source.ts";

const pod = (name: string, more = "") =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: a\n${more}spec:\n  nodeName: n\n`;
const indented = (text: string) => text.trimEnd().split("\n").join("\n  ");
const list = (...items: string[]) =>
  `---\napiVersion: v1\nitems:\n${items.map((item) => `- ${indented(item)}\n`).join("")}kind: PodList\nmetadata:\n  resourceVersion: "1"\n`;
const logs = "ns/namespaces/a/pods/p/c/c/logs";
const bytes = (text: string) => new TextEncoder().encode(text);

const configMap = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "${name}", namespace: a}\n`;
const documents = (packed: Awaited<ReturnType<typeof packAll>>) =>
  packed.parts.filter(({ entry }) => entry.type === "bundle").map(({ entry }) => [entry.namespace, entry.path]);
const names = (packed: Awaited<ReturnType<typeof packAll>>) =>
  packed.records.map(({ plural, object }) => `${plural}/${(object.metadata as { name: string }).name}`).sort();

describe("objects of a must-gather", () => {
  it("come from lists and from single files, from several roots, each once", async () => {
    const packed = await packAll(
      treeSource({
        "mg/image-one/namespaces/a/core/pods.yaml": list(pod("one"), pod("two")),
        "mg/image-one/namespaces/a/pods/one/one.yaml": pod("one"),
        "mg/inspect.local.1/namespaces/a/apps/deployments/web.yaml":
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: a}\n",
        "mg/inspect.local.1/namespaces/a/a.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n",
        "mg/image-one/cluster-scoped-resources/core/nodes/n.yaml":
          "apiVersion: v1\nkind: Node\nmetadata: {name: n}\nstatus: {nodeInfo: {kubeletVersion: v1.30.2}}\n",
      }),
    );
    expect(names(packed)).toEqual(["deployments/web", "namespaces/a", "nodes/n", "pods/one", "pods/two"]);
    expect(packed.manifest.coverage).toEqual([]);
    expect(packed.manifest.facts.kubernetesVersion).toBe("v1.30.2");
    expect(packed.parts.map(({ entry }) => entry.namespace)).toEqual(["", "a"]);
  });

  it("come from the pods' own files when the list is empty or not there", async () => {
    const single = { "r/namespaces/a/pods/one/one.yaml": pod("one") };
    expect(names(await packAll(treeSource({ "r/namespaces/a/core/pods.yaml": "", ...single })))).toEqual(["pods/one"]);
    expect(names(await packAll(treeSource(single)))).toEqual(["pods/one"]);
    for (const items of ["[]", "null", ""]) {
      const empty = `---\napiVersion: v1\nitems: ${items}\nkind: PodList\nmetadata: {}\n`;
      const packed = await packAll(treeSource({ "r/namespaces/a/core/pods.yaml": empty, ...single }));
      expect([names(packed), packed.manifest.coverage]).toEqual([["pods/one"], []]);
    }
  });

  it("are the newest copy, and differing copies are told unless only their status moved", async () => {
    const copy = (version: number, label: string, phase: string) =>
      `${pod("one", `  resourceVersion: "${version}"\n  labels: {l: ${label}}\n`)}status: {phase: ${phase}}\n`;
    const packCopies = (first: string, second: string) =>
      packAll(treeSource({ "r/namespaces/a/core/pods.yaml": list(first), "r/namespaces/a/pods/one/one.yaml": second }));
    const moved = await packCopies(copy(9, "x", "Running"), copy(7, "x", "Pending"));
    expect(moved.records.map(({ object }) => object.status)).toEqual([{ phase: "Running" }]);
    expect(moved.manifest.coverage).toEqual([]);
    const changed = await packCopies(copy(7, "x", "Pending"), copy(9, "y", "Pending"));
    expect(changed.records[0]?.object.metadata).toMatchObject({ resourceVersion: "9", labels: { l: "y" } });
    expect(changed.manifest.coverage).toMatchObject([{ kind: "duplicate", what: "/Pod/a/one", namespace: "a" }]);
  });

  it("survive broken neighbours, which are told by path and never quoted", async () => {
    const broken = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata: {k: c2VjcmV0LXZhbHVl, [}\n";
    const packed = await packAll(
      treeSource({
        "r/namespaces/a/core/pods.yaml": list(pod("one"), broken, pod("two")),
        "r/namespaces/a/core/services.yaml": "this: is: no yaml",
        "r/namespaces/a/core/events.yaml": "apiVersion: v1\nkind: Event\nmetadata: {}\n",
      }),
    );
    expect(names(packed)).toEqual(["pods/one", "pods/two"]);
    const gaps = packed.manifest.coverage;
    expect(gaps.map(({ kind, what }) => `${kind} ${what.split("/").at(-1)}`)).toEqual([
      "unparseable pods.yaml",
      "unparseable services.yaml",
      "unparseable events.yaml",
    ]);
    expect(packed.everything).not.toContain("c2VjcmV0");
  });

  it("with aliases are read within a budget; a bomb is refused", async () => {
    const rows = Array.from({ length: 9 }, (_, n) => `  l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(",")}]`);
    const bomb = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\nd:\n  l0: &l0 [x,x]\n${rows.join("\n")}\n`;
    const fair = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: fair}\na: &a {x: 1}\nb: *a\n";
    const cycle = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cycle}\na: &a [*a]\n";
    const packed = await packAll(
      treeSource({ "r/cluster-scoped-resources/core/x.yaml": `${bomb}---\n${fair}---\n${cycle}` }),
    );
    expect(packed.records.map(({ object }) => object.b)).toEqual([{ x: 1 }]);
    expect(packed.manifest.coverage).toMatchObject([{ kind: "unparseable" }, { kind: "unparseable" }].slice(0, 1));
    expect(packed.manifest.coverage[0]?.count).toBe(2);
  });

  it("with hostile names and keys stay in their place", async () => {
    const object = (namespace: string, name: string) =>
      JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { namespace, name }, ["__proto__"]: { x: 1 } });
    const packed = await packAll(
      treeSource({
        "r/namespaces/a/core/configmaps/1.yaml": object("../../etc", "x"),
        "r/namespaces/a/core/configmaps/2.yaml": object("ok", "constructor").replace(
          '"metadata"',
          '"__proto__":{"y":1},"metadata"',
        ),
        "r/namespaces/a/core/configmaps/3.yaml": object("A".repeat(300), "__proto__"),
      }),
    );
    expect(packed.parts.map(({ entry }) => entry.namespace)).toEqual(["", "ok"]);
    expect(packed.records.length).toBe(3);
    expect(packed.manifest.coverage.map(({ kind }) => kind)).toEqual(["refused", "refused"]);
    expect(({} as { y?: number }).y).toBeUndefined();
  });
});

describe("logs of a must-gather", () => {
  it("fall back to the unchecked reading where the checked one is missing or empty", async () => {
    const packed = await packAll(
      treeSource({
        [`${logs}/current.log`]: "",
        [`${logs}/current.insecure.log`]: "a\nb\n",
        [`${logs}/previous.insecure.log`]: "p\n",
      }),
    );
    expect([...packed.logs].map(([key, { text }]) => [key, text])).toEqual([
      ["a/p/c/current", "a\nb\n"],
      ["a/p/c/previous", "p\n"],
    ]);
    expect(packed.manifest.coverage).toEqual([]);
  });

  it("are the checked reading where both have lines, and the other is told", async () => {
    const packed = await packAll(
      treeSource({ [`${logs}/current.insecure.log`]: "unchecked, and longer\n", [`${logs}/current.log`]: "checked\n" }),
    );
    expect(packed.logs.get("a/p/c/current")?.text).toBe("checked\n");
    expect(packed.manifest.coverage).toMatchObject([
      { kind: "duplicate", namespace: "a", what: `${logs}/current.insecure.log` },
    ]);
  });

  it("may be packed, may be empty; rotated ones are documents of their namespace", async () => {
    const packed = await packAll(
      treeSource({
        [`${logs}/current.log.gz`]: new Uint8Array(gzipSync("packed\n")),
        [`${logs}/previous.log`]: "",
        [`${logs}/rotated/0.log.20240101-000000.gz`]: new Uint8Array(gzipSync("2024-01-01T00:00:00Z stderr F old\n")),
        [`${logs}/rotated/0.log.20240102-000000`]: "2024-01-02T00:00:00Z stderr F newer\n",
      }),
    );
    expect([...packed.logs].map(([key, { text }]) => [key, text])).toEqual([["a/p/c/current", "packed\n"]]);
    expect(documents(packed)).toEqual([
      ["a", `${logs}/rotated/0.log.20240101-000000.gz`],
      ["a", `${logs}/rotated/0.log.20240102-000000`],
    ]);
    expect(packed.everything).toContain("stderr F old");
    expect(packed.manifest.coverage).toEqual([]);
  });

  it("that are damaged gzip keep the lines before the damage", async () => {
    const whole = new Uint8Array(gzipSync("line\n".repeat(100_000)));
    const packed = await packAll(treeSource({ [`${logs}/current.log.gz`]: whole.subarray(0, 200), "ns/version": "x" }));
    const cuts = packed.manifest.coverage.filter(({ kind }) => kind === "cut");
    expect(cuts).toMatchObject([{ what: `${logs}/current.log.gz` }]);
    for (const line of (packed.logs.get("a/p/c/current")?.text ?? "").split("\n")) expect("line\n").toContain(line);
  });

  it("may have a colon in their path", async () => {
    const path = "r/namespaces/a/pods/p/c:1/c:1/logs/current.log";
    const packed = await packAll(
      treeSource({ [path]: "x\n", "r/namespaces/a/core/configmaps/x:y.yaml": configMap("x:y") }),
    );
    expect(packed.logs.get("a/p/c:1/current")?.text).toBe("x\n");
    expect(names(packed)).toEqual(["configmaps/x:y"]);
  });

  it("of the same path twice: the last one counts", async () => {
    const path = `${logs}/current.log`;
    const packed = await packAll(
      entriesSource([
        [path, [bytes("old\n")]],
        [path, [bytes("new\n")]],
      ]),
    );
    expect(packed.logs.get("a/p/c/current")?.text).toBe("new\n");
    expect(packed.manifest.coverage).toMatchObject([{ kind: "duplicate", what: path, namespace: "a", count: 1 }]);
  });

  it("with names that no cluster accepts are moved or refused, and told", async () => {
    const packed = await packAll(
      treeSource({
        "r/namespaces/No_Such/pods/p/c/c/logs/current.log": "moved\n",
        [`r/namespaces/a/pods/${"p".repeat(300)}/c/c/logs/current.log`]: "refused\n",
      }),
    );
    expect([...packed.logs.keys()]).toEqual(["/p/c/current"]);
    expect(packed.manifest.coverage.map(({ kind }) => kind)).toEqual(["refused", "refused"]);
  });

  it("that are gone at the second reading are told", async () => {
    let readings = 0;
    const first = treeSource({ [`${logs}/current.log`]: "x\n", [`${logs}/previous.log`]: "y\n" });
    const second = treeSource({ [`${logs}/current.log`]: "x\n" });
    const source = { ...first, entries: () => (readings++ === 0 ? first : second).entries() };
    const packed = await packAll(source, { bundle: { layout: "must-gather", root: "" } });
    expect(packed.manifest.coverage).toMatchObject([{ kind: "missing", what: `${logs}/previous.log`, namespace: "a" }]);
  });
});

describe("the rest of a must-gather", () => {
  const files = {
    "mg/timestamp": "2024-05-01 10:00:00.5 +0200 CEST m=+0.1\n2024-05-01 10:07:30.25 +0200 CEST m=+450\n",
    "mg/must-gather.logs": "gathering\n",
    "mg/event-filter.html": "<html>two scripts</html>",
    "mg/img/version": "openshift/must-gather\n4.16\n",
    "mg/img/gather.logs": "gathered\n",
    "mg/img/event-filter.html": "<script>alert(1)</script>",
    "mg/img/aggregated-discovery-api.yaml": "kind: APIGroupDiscoveryList\nitems: []\n",
    "mg/img/aggregated-discovery-apis.yaml": "kind: APIGroupDiscoveryList\nitems: [{metadata: {name: apps}}]\n",
    "mg/img/etcd_info/member_list.json": '{"members":[{"kind":"Secret","data":{"k":"aGVsbG8="}}]}',
    "mg/img/host_service_logs/masters/kubelet_service.log": "a host's line\n",
    "mg/img/audit_logs/kube-apiserver/m0-audit.log.gz": new Uint8Array(gzipSync('{"auditID":"1"}\n')),
    "mg/img/static-pods/m0-kube-apiserver-pod-12.gz": new Uint8Array(gzipSync("static\n")),
    "mg/img/insights-data/insights-1.tar.gz/config/pod/a/p.json": "{}",
    "mg/img/insights-data/insights-1.tar.gz/insights-operator/gathers.json": '{"n":1}',
    "mg/img/monitoring/prometheus/status/runtimeinfo.json": '{"status":"success"}',
    "mg/img/ingress_controllers/default/router-1/haproxy.config": "global\n",
    "mg/img/namespaces/a/pods/p/c/c/healthz": "ok",
    "mg/img/namespaces/a/core/pods.yaml": list(pod("one")),
    "mg/img/namespaces/a/core/secrets.yaml": "---\napiVersion: v1\nitems: []\nkind: SecretList\n",
    "mg/img/pod_network_connectivity_check/podnetworkconnectivitychecks.yaml": "---\nitems: null\nkind: ListList\n",
  };

  it("is kept as documents, unpacked, each with its namespace where the path tells it", async () => {
    const packed = await packAll(treeSource(files));
    const objects = /(pods|secrets|checks)\.yaml$/;
    expect(documents(packed).sort()).toEqual(
      Object.keys(files)
        .filter((path) => !objects.test(path))
        .map((path) => [path.includes("/namespaces/") ? "a" : "", path])
        .sort(),
    );
    expect(names(packed)).toEqual(["pods/one"]);
    expect(packed.manifest.facts.capturedAt).toBe("2024-05-01T08:07:30.250Z");
    for (const text of ["auditID", "static", "a host's line", "gathered"]) expect(packed.everything).toContain(text);
    expect(packed.everything).not.toContain("aGVsbG8=");
    expect(packed.manifest.coverage).toEqual([]);
  });

  it("that is no text stays home and is told", async () => {
    const packed = await packAll(treeSource({ ...files, "mg/img/core.1234": new Uint8Array([0, 1, 2, 255]) }));
    expect(packed.manifest.coverage).toMatchObject([{ kind: "withheld", what: "mg/img/core.1234" }]);
  });

  it("reads the tiny must-gathers of another reader's tests", async () => {
    const path = new URL("fixtures/omc-must-gathers.tar.gz", import.meta.url).pathname;
    await using source = await openSource({ path, spoolDir: tmpdir() });
    const packed = await packAll(source, { bundle: { layout: "must-gather", root: "" } });
    expect(names(packed)).toEqual([
      "customresourcedefinitions/fakeclusterscopedresource.operator.openshift.io",
      "customresourcedefinitions/fakenamespacescopedresource.operator.openshift.io",
      "namespaces/openshift-etcd",
      "namespaces/openshift-kube-apiserver",
    ]);
    expect(packed.logs.get("test-namespace/test-pod/test-container/current")?.lines).toBe(3);
    const kept = documents(packed).map(([namespace, name]) => `${namespace} ${name?.split("/").slice(-2).join("/")}`);
    expect(kept.filter((name) => !name.includes("haproxy"))).toEqual(["test-namespace rotated/1.log.20231102-061208"]);
    expect(kept.length).toBe(3);
    // The packed copy of the rotated log is the same once it is unpacked.
    expect(packed.manifest.coverage.map(({ kind, what }) => [kind, what.split("/").at(-1)])).toEqual([
      ["duplicate", "1.log.20231102-061208.gz"],
    ]);
  });

  it("never merges must-gathers that lie side by side, and takes no empty one for a bundle", async () => {
    const path = new URL("../../../../samples/bundles/omc-testdata.tar.xz", import.meta.url).pathname;
    await using source = await openSource({ path, spoolDir: tmpdir() });
    // Beside these lie four archives of a must-gather that holds nothing but empty folders.
    const found = await detectLayouts(source);
    expect(found).toEqual([
      { layout: "must-gather", root: "cmd/use/testdata/useContext/must-gather-multipleNS.sample/" },
      { layout: "must-gather", root: "cmd/use/testdata/useContext/must-gather-singleNS.sample/" },
      { layout: "must-gather", root: "testdata/" },
    ]);
    const packed = await Promise.all(found.map((bundle) => packAll(source, { bundle })));
    expect(packed.map(names)).toEqual([
      ["namespaces/openshift-etcd", "namespaces/openshift-kube-apiserver"],
      ["namespaces/openshift-etcd"],
      [
        "customresourcedefinitions/fakeclusterscopedresource.operator.openshift.io",
        "customresourcedefinitions/fakenamespacescopedresource.operator.openshift.io",
      ],
    ]);
    expect(packed.map(({ logs }) => [...logs.keys()])).toEqual([
      [],
      [],
      ["test-namespace/test-pod/test-container/current"],
    ]);
    await expect(detectLayouts(treeSource({ "mg/event-filter.html": "", "mg/namespaces/": "" }))).rejects.toMatchObject(
      { code: "NOT_A_BUNDLE" },
    );
  });
});
