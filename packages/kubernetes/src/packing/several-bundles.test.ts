import { tmpdir } from "node:os";
import { openSource } from "@kubin/archives";
import { describe, expect, it } from "vitest";
import { detectLayouts } from "../bundle/detect-layouts.ts";
import type { DetectedBundle } from "../bundle/layout.ts";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";
import { samplePath } from "./fixtures/plain-archive.ts";
import { treeSource } from "./fixtures/tree-source.ts";

const pod = (name: string) => JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name, namespace: "a" } });
const namesOf = (packed: Unpacked) => packed.records.map(({ object }) => (object.metadata as { name: string }).name);
const gapsOf = (packed: Unpacked) => packed.manifest.coverage.map(({ kind, what, count }) => [kind, what, count]);

const mustGather = {
  "both/mg/quay-io-x-sha256-0123456789abcdef0123456789abcdef/namespaces/a/core/pods.yaml": pod("of-mg"),
  "both/mg/quay-io-x-sha256-0123456789abcdef0123456789abcdef/version": "x",
  "both/mg/timestamp": "y",
};
const support = {
  "both/sb/version.yaml": "x",
  "both/sb/cluster-resources/pods/a.json": `[${pod("of-sb")}]`,
  "both/sb/cluster-resources/pods/logs/a/p/c.log": "1\n",
};

describe("several bundles in one source", () => {
  it.each([
    ["one behind the other", { ...mustGather, ...support, "both/README.md": "x" }],
    ["the other way round", { "both/README.md": "x", ...support, ...mustGather }],
  ])("are packed one at a time, and the files of the others are told: %s", async (_, files) => {
    const source = treeSource(files);
    const bundles = await detectLayouts(source);
    expect(bundles).toEqual([
      { layout: "must-gather", root: "both/mg/" },
      { layout: "troubleshoot", root: "both/sb/" },
    ]);
    const [first, second] = bundles as [DetectedBundle, DetectedBundle];
    const gather = await packAll(source, { bundle: first });
    expect(namesOf(gather)).toEqual(["of-mg"]);
    expect(gapsOf(gather)).toEqual([
      ["skipped", "files outside of the bundle", 1],
      ["skipped", "both/sb/", 3],
    ]);
    const [, told] = gather.manifest.coverage;
    expect(told?.detail).toContain("troubleshoot");
    expect(told?.detail).toContain("kubin import … --root both/sb");
    const other = await packAll(source, { bundle: second });
    expect(namesOf(other)).toEqual(["of-sb"]);
    expect([...other.logs.keys()]).toEqual(["a/p/c/current"]);
    expect(gapsOf(other)).toEqual([
      ["skipped", "files outside of the bundle", 1],
      ["skipped", "both/mg/", 3],
    ]);
  });

  it("may be two support bundles side by side", async () => {
    const both = {
      "x/one/cluster-resources/pods/a.json": `[${pod("one")}]`,
      "x/two/cluster-resources/pods/a.json": `[${pod("two")}]`,
    };
    const source = treeSource(both);
    const bundles = await detectLayouts(source);
    expect(bundles.map(({ root }) => root)).toEqual(["x/one/", "x/two/"]);
    for (const [index, bundle] of bundles.entries()) {
      const packed = await packAll(source, { bundle });
      expect(namesOf(packed)).toEqual([["one", "two"][index]]);
      expect(gapsOf(packed)).toEqual([["skipped", ["x/two/", "x/one/"][index], 1]]);
    }
  });

  it("are told too when the second comes later than detection looks", async () => {
    const large = new Uint8Array(33 * 1024 * 1024).fill(10);
    const files = {
      "sb/cluster-resources/nodes.json": "[]",
      "sb/host-collectors/run-host/log.txt": large,
      "mg/namespaces/a/core/pods.yaml": pod("late"),
    };
    const source = { ...treeSource(files), isListed: false };
    expect(await detectLayouts(source)).toEqual([{ layout: "troubleshoot", root: "sb/" }]);
    const packed = await packAll(source);
    expect(gapsOf(packed)).toContainEqual(["skipped", "mg/", 1]);
    const told = packed.manifest.coverage.find(({ what }) => what === "mg/");
    expect(told?.detail).toContain("must-gather");
  });

  it("are counted in whatever number", async () => {
    const files: Record<string, string> = { "z/cluster-resources/nodes.json": "[]" };
    for (let n = 0; n < 3000; n++) files[`a${n}/cluster-resources/nodes.json`] = "[]";
    const packed = await packAll(treeSource(files), { bundle: { layout: "troubleshoot", root: "z/" } });
    expect(packed.manifest.coverage.reduce((sum, { count }) => sum + count, 0)).toBe(3000);
  });

  it("are all found among the samples of another reader", async () => {
    await using source = await openSource({ path: samplePath("omc-testdata.tar.xz"), spoolDir: tmpdir() });
    const contexts = "cmd/use/testdata/useContext/";
    const expected: Record<string, string[]> = {
      [`${contexts}must-gather-multipleNS.sample/`]: ["openshift-etcd", "openshift-kube-apiserver"],
      [`${contexts}must-gather-singleNS.sample/`]: ["openshift-etcd"],
      "testdata/": [
        "fakeclusterscopedresource.operator.openshift.io",
        "fakenamespacescopedresource.operator.openshift.io",
      ],
    };
    const bundles = await detectLayouts(source);
    expect(bundles).toEqual(Object.keys(expected).map((root) => ({ layout: "must-gather", root })));
    for (const bundle of bundles) {
      const packed = await packAll(source, { bundle });
      expect(namesOf(packed).sort()).toEqual(expected[bundle.root]);
      const told = packed.manifest.coverage.flatMap(({ what, kind }) =>
        kind === "skipped" && expected[what] ? [what] : [],
      );
      expect(told).toEqual(Object.keys(expected).filter((root) => root !== bundle.root));
    }
  });
});
