import { tmpdir } from "node:os";
import { openSource } from "@kubin/archives";
import { describe, expect, it } from "vitest";
import type { BundleSource } from "../bundle/bundle-source.ts";
import { detectLayouts } from "../bundle/detect-layouts.ts";
import { packAll, type Unpacked } from "./fixtures/pack-all.ts";
import { samplePath } from "./fixtures/plain-archive.ts";

/** Folders whose name is not the plural of the API. */
const plurals: Record<string, string> = {
  "custom-resource-definitions": "customresourcedefinitions",
  "ingress-classes": "ingressclasses",
  "mutating-webhook-configurations": "mutatingwebhookconfigurations",
  "network-policy": "networkpolicies",
  "pod-disruption-budgets": "poddisruptionbudgets",
  "resource-quota": "resourcequotas",
  "storage-classes": "storageclasses",
  "validating-webhook-configurations": "validatingwebhookconfigurations",
  clusterRoleBindings: "clusterrolebindings",
  ingress: "ingresses",
  pvcs: "persistentvolumeclaims",
  pvs: "persistentvolumes",
};
const documents = /^(auth-cani-list|image-pull-secrets)\/|^(groups|resources|groups-resources-errors)\.json$/;

async function filesOf(source: BundleSource): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const entry of source.entries()) {
    if (entry.kind !== "file") continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry.content()) chunks.push(chunk);
    files.set(entry.path, Buffer.concat(chunks));
  }
  return files;
}

interface Counts {
  objects: Record<string, number>;
  /** Lines and bytes of each log. */
  logs: Record<string, [number, number]>;
}

/** Plain counts of the files below `cluster-resources`: no code of the readers. */
function countFiles(files: Map<string, Buffer>, root: string): Counts {
  const counts: Counts = { objects: {}, logs: {} };
  for (const [path, bytes] of files) {
    const inside = path.startsWith(`${root}cluster-resources/`)
      ? path.slice(root.length + "cluster-resources/".length)
      : "";
    const log = /^pods\/logs\/(.+)\/(.+)\/(.+?)(-previous)?\.log$/.exec(inside);
    if (log) {
      const lines = bytes.filter((byte) => byte === 10).length + (bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0);
      if (lines > 0)
        counts.logs[`${log[1]}/${log[2]}/${log[3]}/${log[4] ? "previous" : "current"}`] = [lines, bytes.length];
    } else if (inside !== "" && !documents.test(inside)) add(counts.objects, { inside, bytes, files, root });
  }
  return counts;
}

function add(
  objects: Counts["objects"],
  file: { inside: string; bytes: Buffer; files: Map<string, Buffer>; root: string },
) {
  const [first = "", second = ""] = file.inside.split("/");
  const isCustom = first === "custom-resources";
  const name = isCustom
    ? (second.split(".")[0] ?? "")
    : (plurals[first.replace(/\.json$/, "")] ?? first.replace(/\.json$/, ""));
  const text = file.bytes.toString("utf8");
  let found: number;
  if (file.inside.endsWith(".yaml")) {
    if (file.files.has(`${file.root}cluster-resources/${file.inside.replace(/yaml$/, "json")}`)) return;
    found = text.split("\n").filter((line) => line.startsWith("- ")).length;
  } else {
    const value = JSON.parse(text);
    found = Array.isArray(value) ? value.length : (value.items ?? []).length;
  }
  if (found > 0) objects[name] = (objects[name] ?? 0) + found;
}

function countPacked(packed: Unpacked): Counts {
  const counts: Counts = { objects: {}, logs: {} };
  for (const { plural } of packed.records) counts.objects[plural] = (counts.objects[plural] ?? 0) + 1;
  for (const [key, { lines, bytes }] of packed.logs) counts.logs[key] = [lines, bytes.length];
  return counts;
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);

describe("real bundles of troubleshoot", () => {
  it.each([
    { name: "sbctl-support-bundle.tar.xz", root: "tests/support-bundle/", version: "v1.23.5", found: [278, 7, 0] },
    {
      name: "troubleshoot-support-bundle.tar.gz",
      root: "support-bundle/",
      version: "v1.24.4+k3s1",
      found: [210, 19, 10],
    },
    {
      name: "preflight.tar.gz",
      root: "preflightbundle-2025-12-10T17_26_50/",
      version: "v1.31.2+k3s1",
      found: [374, 0, 32],
    },
    // Its nodes are simulated, and say so.
    { name: "support-bundle-lab.tar.gz", root: "support-bundle-lab/", version: "kwok-0.8.0", found: [276, 14, 5] },
    { name: "analyze-files.tar.xz", root: "pkg/analyze/files/support-bundle/", version: "v1.19.3", found: [44, 0, 0] },
  ])(
    "$name gives every object and line that plain counts find",
    async ({ name, root, version, found }) => {
      await using source = await openSource({ path: samplePath(name), spoolDir: tmpdir() });
      expect(await detectLayouts(source)).toEqual([{ layout: "troubleshoot", root }]);
      const counted = countFiles(await filesOf(source), root);
      const packed = await packAll(source);
      expect(countPacked(packed)).toEqual(counted);
      const { kubernetesVersion, analysis = [] } = packed.manifest.facts;
      expect(kubernetesVersion).toBe(version);
      expect([sum(counted.objects), Object.keys(counted.logs).length, analysis.length]).toEqual(found);
      expect(packed.manifest.coverage.filter(({ kind }) => kind === "unparseable" || kind === "cut")).toEqual([]);
    },
    60_000,
  );
});
