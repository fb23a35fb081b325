import { dump } from "js-yaml";
import { describe, expect, it } from "vitest";
import { packAll } from "../../packing/fixtures/pack-all.ts";
import { treeSource } from "../../packing/fixtures/tree-source.ts";
import { detectLayouts } from "../detect-layouts.ts";
import type { JsonObject } from "../json-object.ts";
import { mangled } from "./fixtures/rancher-mangled.ts";

/** A list as the tool writes it: as YAML, a `List` of v1, each item with the version and kind of its type. */
function list(apiVersion: string, kind: string, items: JsonObject[]): string {
  const answer = mangled({ kind: `${kind}List`, apiVersion, metadata: { resourceVersion: "1", continue: "" }, items });
  const typed = answer.items.map((item) => ({ ...item, apiVersion, kind }));
  return dump({ ...answer, kind: "List", apiVersion: "v1", items: typed });
}

const metadata = [
  'bundlename: ""',
  "bundleversion: 0.1.0",
  "kubernetesversion: v1.27.13+rke2r1",
  "projectnamespaceuuid: 9b6b22de-6e5d-4905-aec8-1f226e413986",
  'bundlecreatedat: "2024-05-22T23:49:32Z"',
  'issueurl: ""',
  "",
].join("\n");

const errors = [
  "Failed to get /api/v1/namespaces/default/bindings: the server does not allow this method on the requested resource",
  'Failed to get /apis/apps/v1/namespaces/default/deployments: deployments.apps is forbidden: User "x" cannot list',
  "Failed to get /apis/metrics.k8s.io/v1beta1/nodes: the server is currently unable to handle the request",
  "Failed to get /api/v1/nodes: context deadline exceeded",
  "Support Bundle: failed to generate /tmp/x: no space left",
].join("\n");

const node = {
  metadata: { name: "n", uid: "1", labels: { "node-role.kubernetes.io/worker": "" } },
  status: { nodeInfo: { kubeletVersion: "v1.27.13+rke2r1" }, images: [{ names: ["a"] }] },
};
const pod = {
  metadata: { name: "p", namespace: "default", labels: { empty: "" }, creationTimestamp: "2024-05-01T00:00:00Z" },
  spec: { hostname: "", containers: [{ name: "c", image: "nginx" }] },
  status: { conditions: [{ lastProbeTime: null, status: "True", type: "Ready" }], message: 'image "nginx"' },
};
const event = {
  metadata: { name: "e", namespace: "default" },
  message: 'pulled "nginx"',
  involvedObject: { kind: "Pod", name: "p" },
  eventTime: null,
  firstTimestamp: "2024-05-01T00:00:00Z",
  lastTimestamp: "2024-05-01T00:00:00Z",
  source: { component: "kubelet" },
  reportingComponent: "",
  reportingInstance: "",
  type: "Normal",
};
/** The same event as events.k8s.io/v1 shows it. */
const newEvent = {
  metadata: event.metadata,
  note: event.message,
  regarding: event.involvedObject,
  eventTime: null,
  deprecatedFirstTimestamp: event.firstTimestamp,
  deprecatedLastTimestamp: event.lastTimestamp,
  deprecatedSource: event.source,
  type: "Normal",
};

const files = {
  "sb/metadata.yaml": metadata,
  "sb/bundleGenerationError.log": errors,
  "sb/prometheus-alerts.json": '{"status":"success","data":{"alerts":[]}}',
  "sb/yamls/cluster/v1/nodes.yaml": list("v1", "Node", [node]),
  "sb/yamls/cluster/rbac.authorization.k8s.io/v1/clusterroles.yaml": list(
    "rbac.authorization.k8s.io/v1",
    "ClusterRole",
    [
      { metadata: { name: "r" }, rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] },
      { metadata: { name: "none" }, rules: null, aggregationRule: {} },
    ],
  ),
  "sb/yamls/namespaced/default/v1/pods.yaml": list("v1", "Pod", [pod]),
  "sb/yamls/namespaced/default/v1/events.yaml": list("v1", "Event", [event]),
  "sb/yamls/namespaced/default/events.k8s.io/v1/events.yaml": list("events.k8s.io/v1", "Event", [newEvent]),
  "sb/yamls/namespaced/default/apps/v1/daemonsets.yaml": list("apps/v1", "DaemonSet", []),
  "sb/logs/default/p/c.log": "now\nnow 2\n",
  "sb/logs/default/p/c.log.1": "before\n",
  "sb/nodes/n.zip/n/logs/kubelet.log": "kubelet\n",
  "sb/external/longhorn.zip/longhorn-support-bundle/yamls/events.yaml": "events: []\n",
};

describe("rancher", () => {
  it.each([
    ["x/yamls/cluster/v1/nodes.yaml", "x/"],
    ["yamls/namespaced/a/longhorn.io/v1beta2/volumes.yaml", ""],
    ["x/bundleGenerationError.log", "x/"],
  ])("is known by %s", async (path, root) => {
    expect(await detectLayouts(treeSource({ [path]: "" }))).toEqual([{ layout: "rancher", root }]);
  });

  it("reads objects as they were before the tool wrote null everywhere", async () => {
    expect(await detectLayouts(treeSource(files))).toEqual([{ layout: "rancher", root: "sb/" }]);
    const { records, manifest } = await packAll(treeSource(files));
    const objects = Object.fromEntries(
      records.map(({ plural, object }) => [`${plural}/${(object.metadata as JsonObject).name}`, object]),
    );
    expect(objects).toEqual({
      "nodes/n": { apiVersion: "v1", kind: "Node", ...node },
      "pods/p": { apiVersion: "v1", kind: "Pod", ...pod },
      "events/e": { apiVersion: "v1", kind: "Event", ...event },
      "clusterroles/r": expect.objectContaining({ rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] }),
      "clusterroles/none": expect.objectContaining({ rules: null }),
    });
    expect(manifest.facts).toMatchObject({
      layout: "rancher",
      kubernetesVersion: "v1.27.13+rke2r1",
      capturedAt: "2024-05-22T23:49:32.000Z",
    });
  });

  it("tells what the tool could not read, in our own words", async () => {
    const { manifest } = await packAll(treeSource(files));
    expect(manifest.coverage.map(({ kind, what, namespace }) => [kind, what, namespace])).toEqual([
      ["forbidden", "/apis/apps/v1/namespaces/default/deployments", "default"],
      ["missing", "/apis/metrics.k8s.io/v1beta1/nodes", ""],
      ["timed-out", "/api/v1/nodes", ""],
    ]);
    expect(JSON.stringify(manifest.coverage)).not.toContain("cannot list");
  });

  it("reads logs, the one of the previous run too, and keeps what nodes sent as documents", async () => {
    const { logs, parts } = await packAll(treeSource(files));
    expect([...logs].map(([key, { text }]) => [key, text])).toEqual([
      ["default/p/c/current", "now\nnow 2\n"],
      ["default/p/c/previous", "before\n"],
    ]);
    expect(
      parts
        .map(({ entry }) => entry.path)
        .filter(Boolean)
        .sort(),
    ).toEqual([
      "sb/bundleGenerationError.log",
      "sb/external/longhorn.zip/longhorn-support-bundle/yamls/events.yaml",
      "sb/metadata.yaml",
      "sb/nodes/n.zip/n/logs/kubelet.log",
      "sb/prometheus-alerts.json",
    ]);
  });

  it("says when there are no objects, or nothing of the nodes", async () => {
    const { manifest, logs } = await packAll(
      treeSource({
        "sb/metadata.yaml": metadata,
        "sb/bundleGenerationError.log": "",
        "sb/logs/default/p/c.log": "x\n",
      }),
    );
    expect(manifest.coverage.map(({ kind, what }) => [kind, what])).toEqual([
      ["missing", "yamls/"],
      ["missing", "nodes/"],
    ]);
    expect(logs.size).toBe(1);
  });
});
