import { describe, expect, it } from "vitest";
import { packAll } from "../../packing/fixtures/pack-all.ts";
import { entriesSource, treeSource } from "../../packing/fixtures/tree-source.ts";
import { detectLayouts } from "../detect-layouts.ts";

interface Item {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  [field: string]: unknown;
}

/** A tar as Velero's `itemBackupper` writes it: each item twice, once below the preferred version. */
function backup(items: [string, Item][]): Record<string, string> {
  const files: Record<string, string> = { "metadata/version": "1.1.0" };
  for (const [type, item] of items) {
    const { namespace, name } = item.metadata;
    const place = namespace ? `namespaces/${namespace}` : "cluster";
    const version = item.apiVersion.split("/").at(-1);
    files[`resources/${type}/${place}/${name}.json`] = JSON.stringify(item);
    files[`resources/${type}/${version}-preferredversion/${place}/${name}.json`] = JSON.stringify(item);
  }
  return files;
}

const password = ["hunter", "2!"].join("");
const items: [string, Item][] = [
  ["pods", { apiVersion: "v1", kind: "Pod", metadata: { name: "p", namespace: "a" } }],
  ["deployments.apps", { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web", namespace: "a" } }],
  ["namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name: "kube-system", uid: "u-1" } } as Item],
  [
    "ingresses.networking.k8s.io",
    { apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata: { name: "i", namespace: "a" } },
  ],
  [
    "secrets",
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s", namespace: "a" },
      data: { password: Buffer.from(password).toString("base64") },
    },
  ],
];

describe("velero", () => {
  it.each([
    ["resources/pods/namespaces/a/p.json", ""],
    ["b/resources/persistentvolumes/cluster/pv.json", "b/"],
    ["resources/deployments.apps/v1-preferredversion/namespaces/a/web.json", ""],
  ])("is known by %s", async (path, root) => {
    expect(await detectLayouts(treeSource({ [path]: "{}" }))).toEqual([{ layout: "velero", root }]);
  });

  it("reads each object once, in whatever order the copies come", async () => {
    for (const files of [Object.entries(backup(items)), Object.entries(backup(items)).reverse()]) {
      const entries = files.map(([path, text]): [string, Uint8Array[]] => [path, [new TextEncoder().encode(text)]]);
      const { records, manifest, parts } = await packAll(entriesSource(entries));
      expect(records.map(({ plural }) => plural).sort()).toEqual([
        "deployments",
        "ingresses",
        "namespaces",
        "pods",
        "secrets",
      ]);
      expect(
        manifest.coverage.map(({ kind, what, namespace, count }) => [kind, what, namespace, count]).sort(),
      ).toEqual([
        ["skipped", "second copies", "", 1],
        ["skipped", "second copies", "a", 4],
      ]);
      expect(manifest.facts).toMatchObject({ layout: "velero", cluster: { uid: "u-1" } });
      expect(parts.map(({ entry }) => entry.path).filter(Boolean)).toEqual(["metadata/version"]);
    }
  });

  it("lets no Secret out", async () => {
    const { everything } = await packAll(treeSource(backup(items)));
    expect(everything).not.toContain(password);
    expect(everything).not.toContain(Buffer.from(password).toString("base64"));
  });

  it("reads backups from before copies, and tells of those in other versions", async () => {
    const [pod, web] = [items[0]?.[1], items[1]?.[1]];
    const { records, manifest } = await packAll(
      treeSource({
        "resources/pods/namespaces/a/p.json": JSON.stringify(pod),
        "resources/deployments.apps/namespaces/a/web.json": JSON.stringify(web),
        "resources/deployments.apps/v1beta1/namespaces/a/web.json": JSON.stringify({
          ...web,
          apiVersion: "apps/v1beta1",
        }),
      }),
    );
    expect(records.map(({ object }) => object.apiVersion).sort()).toEqual(["apps/v1", "v1"]);
    expect(manifest.coverage.map(({ kind, what, count }) => [kind, what, count])).toEqual([
      ["skipped", "other versions", 1],
    ]);
  });

  it("tells a broken object and keeps the others", async () => {
    const files = { ...backup(items), "resources/pods/namespaces/a/broken.json": '{"apiVersion":' };
    const { records, manifest } = await packAll(treeSource(files));
    expect(records.length).toBe(5);
    expect(manifest.coverage.filter(({ kind }) => kind === "unparseable").map(({ what }) => what)).toEqual([
      "resources/pods/namespaces/a/broken.json",
    ]);
  });
});
