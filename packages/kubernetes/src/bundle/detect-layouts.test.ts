import { describe, expect, it } from "vitest";
import { treeSource } from "../packing/fixtures/tree-source.ts";
import type { BundleSource } from "./bundle-source.ts";
import { detectLayouts } from "./detect-layouts.ts";

const pod = '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"}}';
const proofOf = { "must-gather": "namespaces/a/core/pods.yaml", troubleshoot: "cluster-resources/pods/a.json" };

describe("detectLayouts", () => {
  it.each([
    ["mg/img/namespaces/a/core/pods.yaml", "must-gather", "mg/img/"],
    ["namespaces/a/a.yaml", "must-gather", ""],
    ["x/inspect.local.42/cluster-scoped-resources/core/nodes/n.yaml", "must-gather", "x/"],
    ["mg/img/namespaces/a/pods/p/c/c/logs/current.log", "must-gather", "mg/img/"],
    ["sb/cluster-resources/pods/a.json", "troubleshoot", "sb/"],
    ["cluster-resources/nodes.json", "troubleshoot", ""],
    ["a/sb/cluster-resources/pods/logs/a/p/c.log", "troubleshoot", "a/sb/"],
    ["sb/cluster-resources/custom-resources/a.example.org/ns.yaml", "troubleshoot", "sb/"],
    ["sb/cluster-info/cluster_version.json", "troubleshoot", "sb/"],
    ["sb/host-collectors/system/cpu.json", "troubleshoot", "sb/"],
    ["dump/kube-system/replication-controllers.json", "cluster-info-dump", "dump/"],
    ["kube-system/replication-controllers.yaml", "cluster-info-dump", ""],
  ])("knows %s: %s", async (path, layout, root) => {
    expect(await detectLayouts(treeSource({ "mg/": "", "mg/event-filter.html": "x", [path]: "" }))).toEqual([
      { layout, root },
    ]);
  });

  it.each([
    ["JSON", pod],
    ["a List", `{"apiVersion":"v1","items":[${pod}],"kind":"List"}`],
    ["a List that begins with its items", `{\n  "items": [${pod}]}`],
    ["YAML", "# pods\n---\napiVersion: v1\nkind: Pod\n"],
  ])("knows kubectl get output: %s", async (_, text) => {
    expect(await detectLayouts(treeSource({ stdin: text }))).toEqual([{ layout: "kubectl-get", root: "" }]);
    expect(await detectLayouts(treeSource({ "d/README.md": "hi", "d/pods.json": text }))).toEqual([
      { layout: "kubectl-get", root: "" },
    ]);
    expect(await detectLayouts(treeSource({ "pods.txt": text }))).toEqual([{ layout: "kubectl-get", root: "" }]);
  });

  it.each([
    ["JSON", '{\n    "kind": "NodeList",\n    "apiVersion": "v1",\n    "items": []\n}\n'],
    ["YAML", "apiVersion: v1\nitems:\n- metadata:\n    name: n\nkind: NodeList\n"],
  ])("knows what kubectl cluster-info dump wrote to its output: %s", async (_, text) => {
    expect(await detectLayouts(treeSource({ stdin: text }))).toEqual([{ layout: "cluster-info-dump", root: "" }]);
    const beside = { "d/dump.txt": text, "d/pods.json": pod };
    expect(await detectLayouts(treeSource(beside))).toEqual([{ layout: "cluster-info-dump", root: "d/" }]);
  });

  it("knows a support bundle that has hosts alone by its version", async () => {
    const version = "apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\nspec:\n  versionNumber: v1\n";
    const files = {
      "sb/version.yaml": version,
      "sb/analysis.json": "[]",
      "sb/cpu.yaml": "apiVersion: v1\nkind: Pod\n",
    };
    expect(await detectLayouts(treeSource(files))).toEqual([{ layout: "troubleshoot", root: "sb/" }]);
  });

  it("prefers a layout that a stray object stands before", async () => {
    const files = { "mg/aggregated-discovery-api.yaml": pod, "mg/namespaces/a/core/pods.yaml": "" };
    expect(await detectLayouts(treeSource(files))).toEqual([{ layout: "must-gather", root: "mg/" }]);
  });

  it("finds bundles of different tools side by side, whatever comes first", async () => {
    const files = { [`b/${proofOf.troubleshoot}`]: "", [`a/${proofOf["must-gather"]}`]: "" };
    expect(await detectLayouts(treeSource(files))).toEqual([
      { layout: "must-gather", root: "a/" },
      { layout: "troubleshoot", root: "b/" },
    ]);
  });

  it("takes two support bundles side by side as two", async () => {
    const files = {
      [`x/b/${proofOf.troubleshoot}`]: "",
      [`x/a/${proofOf.troubleshoot}`]: "",
      "x/a/host-collectors/system/cpu.json": "",
    };
    expect(await detectLayouts(treeSource(files))).toEqual([
      { layout: "troubleshoot", root: "x/a/" },
      { layout: "troubleshoot", root: "x/b/" },
    ]);
  });

  it("takes what lies within a bundle as part of it, whatever it is", async () => {
    const files = {
      [`sb/copied/other/${proofOf.troubleshoot}`]: "",
      [`sb/copied/logs.tgz/${proofOf["must-gather"]}`]: "",
      [`sb/${proofOf.troubleshoot}`]: "",
    };
    expect(await detectLayouts(treeSource(files))).toEqual([{ layout: "troubleshoot", root: "sb/" }]);
  });

  it("finds the bundles of archives within an archive", async () => {
    const files = {
      [`data/mg.tar.gz/${proofOf["must-gather"]}`]: "",
      [`data/sb.zip/${proofOf.troubleshoot}`]: "",
      "data/notes.txt": "x",
    };
    expect(await detectLayouts(treeSource(files))).toEqual([
      { layout: "must-gather", root: "data/mg.tar.gz/" },
      { layout: "troubleshoot", root: "data/sb.zip/" },
    ]);
  });

  it.each([
    ["a zip that nobody opened", new Uint8Array([0x50, 0x4b, 3, 4, 0])],
    ["text", new TextEncoder().encode("hello")],
    ["YAML of something else", new TextEncoder().encode("name: x\nkind-of: y\n")],
  ])("says what it looked for in %s", async (_, bytes) => {
    const error = await detectLayouts(treeSource({ file: bytes }, "file")).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "NOT_A_BUNDLE" });
    expect(String(error)).toContain("file is no bundle that Kubin knows. Looked for: ");
    for (const sought of ["must-gather", "support bundle", "cluster-info dump", "kubectl get"]) {
      expect(String(error)).toContain(sought);
    }
  });

  it("refuses folders without anything known", async () => {
    await expect(detectLayouts(treeSource({ "a/": "" }))).rejects.toThrow("holds no files");
    await expect(detectLayouts(treeSource({ "a.txt": "x", "b.png": "y" }))).rejects.toThrow(
      "holds nothing that Kubin knows",
    );
  });

  it("looks 32 MiB behind the first proof of a stream, no further", async () => {
    let given = 0;
    const source: BundleSource = {
      ...treeSource({}),
      isListed: false,
      async *entries() {
        for (;;) {
          given++;
          for await (const entry of treeSource({ "namespaces/a/core/pods.yaml": "" }).entries()) {
            yield { ...entry, size: 1024 * 1024 };
          }
        }
      },
    };
    await detectLayouts(source);
    expect(given).toBe(33);
  });
});
