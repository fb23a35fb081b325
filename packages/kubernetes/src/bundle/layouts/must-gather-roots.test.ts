import { describe, expect, it } from "vitest";
import { packAll } from "../../packing/fixtures/pack-all.ts";
import { treeSource } from "../../packing/fixtures/tree-source.ts";
import { detectLayouts } from "../detect-layouts.ts";

const image = `quay-io-openshift-release-dev-ocp-v4-0-art-dev-sha256-${"0a".repeat(32)}`;
const object = (folder: string, name = "x") => ({
  [`${folder}namespaces/a/core/configmaps/${name}.yaml`]: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: a}\n`,
});
const rootsOf = async (files: Record<string, string>) =>
  (await detectLayouts(treeSource(files))).map(({ layout, root }) => `${layout} ${root}`);

describe("one must-gather", () => {
  it.each<[string, Record<string, string>, string]>([
    ["oc adm inspect, packed from the inside", object(""), ""],
    ["oc adm inspect with a name of its own", object("case-1/"), "case-1/"],
    ["an image's folder, packed from the inside", object(`${image}/`), ""],
    ["one image", object(`mg/${image}/`), "mg/"],
    ["an image named by its tag", object("mg/quay-io-me-must-gather-latest/"), "mg/"],
    [
      "two images and what a failed pod left",
      { ...object(`mg/${image}/`), ...object("mg/registry-redhat-io-x-v1/"), ...object("mg/inspect.local.42/") },
      "mg/",
    ],
    ["several runs of oc adm inspect", { ...object("inspect.local.1/"), ...object("inspect.local.2/") }, ""],
    [
      "a folder for each node",
      { ...object(`mg/n1/${image}/`), ...object(`mg/n2/${image}/`), "mg/must-gather.logs": "x" },
      "mg/",
    ],
    [
      "a folder for each node, by the name of all",
      { ...object(`x/must-gather.local.5/n1/${image}/`), ...object(`x/must-gather.local.5/n2/${image}/`) },
      "x/must-gather.local.5/",
    ],
    ["an image of unknown name beside another", { ...object("mg/mine/"), ...object(`mg/${image}/`) }, "mg/"],
    ["nothing but its own log: every pod failed", { "mg/must-gather.logs": "failed\n", "mg/timestamp": "x" }, "mg/"],
  ])("is found: %s", async (_, files, root) => {
    expect(await rootsOf(files)).toEqual([`must-gather ${root}`]);
    // In any order.
    expect(await rootsOf(Object.fromEntries(Object.entries(files).reverse()))).toEqual([`must-gather ${root}`]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["each with its images", { ...object(`a/${image}/`), ...object(`b/${image}/`) }, ["a/", "b/"]],
    [
      "each with its log",
      { "x/a/must-gather.logs": "", "x/b/must-gather.logs": "", ...object("x/a/i/"), ...object("x/b/i/") },
      ["x/a/", "x/b/"],
    ],
    [
      "by their own names",
      { ...object(`must-gather.local.1/${image}/`), ...object(`must-gather.local.2/${image}/`) },
      ["must-gather.local.1/", "must-gather.local.2/"],
    ],
    ["of oc adm inspect, with names of their own", { ...object("a/"), ...object("b/") }, ["a/", "b/"]],
  ])("is never merged with another beside it: %s", async (_, files, roots) => {
    expect((await rootsOf(files)).sort()).toEqual(roots.map((root) => `must-gather ${root}`));
  });

  it("holds the objects of all its roots and the documents beside them", async () => {
    const files = {
      ...object(`mg/${image}/`, "x"),
      ...object("mg/inspect.local.42/", "y"),
      "mg/must-gather.logs": "z",
      "mg/timestamp": "t",
    };
    const packed = await packAll(treeSource({ ...files, "beside.txt": "no part of it" }));
    expect(packed.records.map(({ object: { metadata } }) => (metadata as { name: string }).name).sort()).toEqual([
      "x",
      "y",
    ]);
    const documents = packed.parts.flatMap(({ entry }) => (entry.type === "bundle" ? [entry.path] : []));
    expect(documents).toEqual(["mg/must-gather.logs", "mg/timestamp"]);
    expect(packed.manifest.coverage.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });

  it.each([
    "namespaces/a/v1/configmap/x.yaml",
    "namespaces/a/apps-v1/deployment/web.yaml",
    "namespaces/a/rbac.authorization.k8s.io-v1beta1/role/r.yaml",
    "namespaces/a/v1/pod/p/c/current.log",
    "conditional/namespaces/a/pods/p/containers/c/logs/current.log",
    "cluster-scoped-resources/nmstate.io/nodenetworkstates/n.json",
    "namespaces/a/README",
  ])("is not proven by %s", async (path) => {
    const found = await rootsOf({ [`x/${path}`]: "" }).catch(() => []);
    expect(found.filter((name) => name.startsWith("must-gather"))).toEqual([]);
  });
});
