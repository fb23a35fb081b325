import { describe, expect, it } from "vitest";
import { treeSource } from "../packing/fixtures/tree-source.ts";
import type { BundleSource } from "./bundle-source.ts";
import { detectLayouts } from "./detect-layouts.ts";

const pod = '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"}}';

describe("detectLayouts", () => {
  it.each([
    ["mg/img/namespaces/a/core/pods.yaml", "must-gather"],
    ["namespaces/a/a.yaml", "must-gather"],
    ["x/inspect.local.42/cluster-scoped-resources/core/nodes/n.yaml", "must-gather"],
    ["mg/img/namespaces/a/pods/p/c/c/logs/current.log", "must-gather"],
  ])("knows a must-gather by %s", async (path, layout) => {
    expect(await detectLayouts(treeSource({ "mg/": "", "mg/event-filter.html": "x", [path]: "" }))).toEqual([{ layout, root: "" }]);
  });

  it.each([
    ["JSON", pod],
    ["a List", `{"apiVersion":"v1","items":[${pod}],"kind":"List"}`],
    ["a List that begins with its items", `{\n  "items": [${pod}]}`],
    ["YAML", "# pods\n---\napiVersion: v1\nkind: Pod\n"],
  ])("knows kubectl get output: %s", async (_, text) => {
    expect(await detectLayouts(treeSource({ stdin: text }))).toEqual([{ layout: "kubectl-get", root: "" }]);
    expect(await detectLayouts(treeSource({ "d/README.md": "hi", "d/pods.json": text }))).toEqual([{ layout: "kubectl-get", root: "" }]);
  });

  it("prefers the must-gather that a stray object stands before", async () => {
    const files = { "mg/aggregated-discovery-api.yaml": pod, "mg/namespaces/a/core/pods.yaml": "" };
    expect(await detectLayouts(treeSource(files))).toEqual([{ layout: "must-gather", root: "" }]);
  });

  it.each([
    ["support-bundle-x/cluster-resources/pods/a.json", "troubleshoot"],
    ["dump/kube-system/etcd-0/logs.txt", "cluster-info dump"],
    ["sb/yamls/cluster/v1/nodes.yaml", "Rancher"],
    ["k8shark-capture/metadata.json", "k8shark"],
    ["c/namespaces/a/apps-v1/deployment/web.yaml", "crust-gather"],
    ["s/podlogs/a/p/logs/c.txt", "sonobuoy"],
    ["k/node/pods/a_p_0123456789abcdef0123456789abcdef/c/0.log", "kind export logs"],
  ])("names the other tool: %s", async (path, tool) => {
    const error = await detectLayouts(treeSource({ "x/pods.json": pod, [path]: pod })).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ code: "NOT_A_BUNDLE" });
    expect(String(error)).toContain(tool);
    expect(String(error)).toContain("Kubin reads a must-gather");
  });

  it.each([
    [new Uint8Array([0x50, 0x4b, 3, 4, 0]), "is a zip archive"],
    [new Uint8Array([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), "is an xz file"],
    [new TextEncoder().encode("hello"), "is no bundle that Kubin knows"],
  ])("says what a file is", async (bytes, said) => {
    await expect(detectLayouts(treeSource({ file: bytes }, "file"))).rejects.toThrow(`file ${said}`);
  });

  it("looks at a file's bytes whatever its name is", async () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0]);
    await expect(detectLayouts(treeSource({ "b.zip": zip }, "b.zip"))).rejects.toThrow("b.zip is a zip archive");
    expect(await detectLayouts(treeSource({ "pods.txt": pod }))).toEqual([{ layout: "kubectl-get", root: "" }]);
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
