import { tmpdir } from "node:os";
import { openSource } from "@kubin/archives";
import { beforeAll, describe, expect, it } from "vitest";
import { detectLayouts } from "../bundle/detect-layouts.ts";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";
import { treeSource } from "./fixtures/tree-source.ts";

const sample = new URL("../../../../samples/bundles/insights.tar.xz", import.meta.url).pathname;
const root = "docs/insights-archive-sample/";

interface Named {
  metadata?: { name?: string; namespace?: string };
  apiVersion?: string;
  kind?: string;
}

describe("the sample archive of the Insights operator", () => {
  let packed: Unpacked;
  const files = new Map<string, string>();

  beforeAll(async () => {
    await using source = await openSource({ path: sample, spoolDir: tmpdir() });
    expect(await detectLayouts(source)).toEqual([{ layout: "insights", root }]);
    for await (const entry of source.entries()) {
      if (entry.kind !== "file") continue;
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry.content()) chunks.push(chunk);
      files.set(entry.path.slice(root.length), Buffer.concat(chunks).toString());
    }
    packed = await packAll(source);
  }, 60_000);

  const idOf = ({ apiVersion, kind, metadata }: Named) =>
    [apiVersion, kind, metadata?.namespace ?? "", metadata?.name].join(" ");

  it("has every object that says what it is, and every other with metadata, each once", () => {
    expect(files.size).toBe(224);
    const told = new Set<string>();
    const untold = new Set<string>();
    for (const text of files.values()) {
      const value = jsonOf(text) as Named | undefined;
      if (value?.metadata?.name === undefined) continue;
      if (value.kind) told.add(idOf(value));
      else untold.add(`${value.metadata.namespace ?? ""} ${value.metadata.name}`);
    }
    // Plain counts: 80 files say kind and name, two of them one object; 80 have metadata and no kind, seven webhooks two names.
    const found = new Set(packed.records.map(({ object }) => idOf(object as Named)));
    expect(found.size).toBe(packed.records.length);
    for (const id of told) expect(found).toContain(id);
    const names = new Set([...found].map((id) => id.split(" ").slice(2).join(" ")));
    for (const name of untold) expect(names).toContain(name);
    // 19 configurations of operators have a name beside kind; then a signing request, and two events.
    expect(packed.records.length).toBe(165);
    expect(packed.records.filter(({ plural }) => plural === "pods").length).toBe(36);
    expect(packed.records.filter(({ plural }) => plural === "clusteroperators").length).toBe(31);
  });

  it("gives objects the type of their path, and undoes the short forms of the operator", () => {
    const byId = new Map(packed.records.map(({ object, plural }) => [idOf(object as Named), { object, plural }]));
    for (const [id, plural] of [
      ["config.openshift.io/v1 ClusterVersion  version", "clusterversions"],
      ["config.openshift.io/v1 Proxy  cluster", "proxies"],
      ["imageregistry.operator.openshift.io/v1 ImagePruner  cluster", "imagepruners"],
      ["operator.openshift.io/v1 DNS  default", "dnses"],
      ["operator.openshift.io/v1 IngressController openshift-ingress-operator default", "ingresscontrollers"],
      ["rbac.authorization.k8s.io/v1 ClusterRole  admin", "clusterroles"],
      ["image.openshift.io/v1 ImageStream openshift-cluster-samples-operator example", "imagestreams"],
      ["v1 Pod openshift-monitoring alertmanager-main-0", "pods"],
    ] as const) {
      expect([id, byId.get(id)?.plural]).toEqual([id, plural]);
    }
    const request = byId.get("certificates.k8s.io/v1 CertificateSigningRequest  csr-test")?.object;
    expect(request?.metadata).toMatchObject({ uid: "b50a1f16-43e8-4135-ac5b-83e346cc3547" });
    expect(request?.spec).toMatchObject({ username: expect.any(String) });
    const events = packed.records.filter(({ part }) => part.type === "events");
    expect(events.map(({ object }) => object)).toMatchObject([
      { kind: "Event", reason: "FailedUpdate", metadata: { namespace: "openshift-machine-api", name: "event-1" } },
      { kind: "Event", reason: "FailedUpdate", metadata: { namespace: "openshift-machine-api", name: "event-2" } },
    ]);
  });

  it("knows version and cluster", () => {
    expect(packed.manifest.facts).toMatchObject({
      layout: "insights",
      kubernetesVersion: "v1.20.0+2817867",
      cluster: { name: "xxxxxxxxxxxxxxxx-xxxxx" },
    });
  });

  it("has the logs whose container is known, and tells that they are excerpts", () => {
    const expected = [...files]
      .filter(([path]) => path.endsWith("-lines.log"))
      .map(([path, text]) => {
        const [, , namespace, , pod, , container] = path.split("/");
        return [`${namespace}/${pod}/${container}/current`, text];
      });
    expect(expected.length).toBe(4);
    expect([...packed.logs].map(([key, { text }]) => [key, text]).sort()).toEqual(expected.sort());
    const cuts = packed.manifest.coverage.filter(({ kind }) => kind === "cut");
    expect(cuts.map(({ what }) => what).sort()).toEqual(
      [...files.keys()]
        .filter((path) => path.endsWith("-lines.log"))
        .map((path) => root + path)
        .sort(),
    );
    for (const { detail } of cuts) expect(detail).toContain("not the whole log");
  });

  it("keeps everything else as documents; what came out of Secrets stays home", () => {
    const documents = new Map(
      packed.parts.flatMap(({ entry }) => (entry.type === "bundle" ? [[entry.path, entry.namespace] as const] : [])),
    );
    for (const [path, namespace] of [
      ["insights-operator/gathers.json", ""],
      ["config/metrics", ""],
      ["config/alerts.json", ""],
      ["config/node/logs/ip-10-0-135-228.us-east-2.compute.internal.log", ""],
      ["config/configmaps/kube-system/cluster-config-v1/install-config", "kube-system"],
      [
        "config/pod/openshift-apiserver-operator/logs/openshift-apiserver-operator-6ddb679b87-4kn55/errors.log",
        "openshift-apiserver-operator",
      ],
    ]) {
      expect([path, documents.get(root + path)]).toEqual([path, namespace]);
    }
    const skipped = packed.manifest.coverage.filter(({ kind }) => kind === "skipped");
    expect(skipped.map(({ what, namespace, count }) => [what, namespace, count])).toEqual([
      ["values of Secrets", "openshift-config", 1],
      ["values of Secrets", "openshift-monitoring", 1],
    ]);
    expect(packed.everything).not.toContain("conditionalGathererEndpoint");
    expect(packed.manifest.coverage.filter(({ kind }) => kind === "unparseable")).toEqual([]);
  });
});

describe("an Insights archive", () => {
  it("has current and previous logs of the pods of degraded operators", async () => {
    const logs = "config/pod/a/logs/p";
    const more = "conditional/namespaces/a/pods/q/containers/c";
    const packed = await packAll(
      treeSource({
        [`${logs}/c_current.log`]: "1\n",
        [`${logs}/c_previous.log`]: "2\n",
        [`${logs}/errors.log`]: "3\n",
        [`${more}/logs/last-5-lines.log`]: "4\n",
        [`${more}/logs-previous/last-5-lines.log`]: "5\n",
        "insights-operator/gathers.json": "{}",
      }),
    );
    expect([...packed.logs].map(([key, { text }]) => [key, text])).toEqual([
      ["a/p/c/current", "1\n"],
      ["a/p/c/previous", "2\n"],
      ["a/q/c/current", "4\n"],
      ["a/q/c/previous", "5\n"],
    ]);
  });

  it("inside of a must-gather is documents of that", async () => {
    const inside = "mg/img/insights-data/insights-1.tar.gz";
    const source = treeSource({
      [`${inside}/insights-operator/gathers.json`]: "{}",
      [`${inside}/config/pod/a/p.json`]: "{}",
      "mg/img/namespaces/a/a.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n",
    });
    expect(await detectLayouts(source)).toMatchObject([{ layout: "must-gather" }]);
  });

  it("does not stop at objects that are none", async () => {
    const packed = await packAll(
      treeSource({
        "config/pod/a/p.json": '{"metadata": {"name": "p", "namespace": "a"}, "spec": {}}',
        "config/pod/a/broken.json": '{"metadata": ',
        "config/version.json": '{"metadata": {}}',
        "events/a.json": '{"items": [{"reason": "R"}, {"metadata": {"name": "whole"}}]}',
      }),
    );
    const names = packed.records.map(({ object }) => (object as Named).metadata?.name).sort();
    expect(names).toEqual(["event-1", "p", "whole"]);
    const gaps = packed.manifest.coverage.map(({ kind, what }) => `${kind} ${what}`);
    expect(gaps.sort()).toEqual(["unparseable config/pod/a/broken.json", "unparseable config/version.json"]);
  });
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
