import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { openSource } from "@kubin/archives";
import { describe, expect, it } from "vitest";
import { packAll, type Unpacked } from "../../packing/fixtures/pack-all.ts";
import { filesOfTar, type PlainFiles, samplePath, textOf } from "../../packing/fixtures/plain-archive.ts";
import { treeSource } from "../../packing/fixtures/tree-source.ts";
import { detectLayouts } from "../detect-layouts.ts";

interface Item {
  metadata: { namespace?: string; name: string; selfLink?: string };
}

/** Objects by plural and namespace, counted from the arrays of the archive. */
function counted(files: PlainFiles): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [path, content] of files) {
    const [, folder, file] = /resources\/(.+)\/([^/.][^/]*)\.json$/.exec(path) ?? [];
    if (!folder || !file || file === "results") continue;
    const plural = file.toLowerCase().split("_").at(-1);
    for (const item of JSON.parse(textOf(content)) as Item[]) {
      const key = `${plural} ${item.metadata.namespace ?? ""}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

function found({ records }: Unpacked): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { plural, object } of records) {
    const key = `${plural} ${(object as unknown as Item).metadata.namespace ?? ""}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

async function packed(name: string): Promise<Unpacked> {
  await using source = await openSource({ path: samplePath(name), spoolDir: tmpdir() });
  expect((await detectLayouts(source)).map(({ layout }) => layout)).toEqual(["sonobuoy"]);
  return await packAll(source);
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
/** Documents with the same content are one, which is told; that is none of the reader's business. */
const gaps = ({ manifest }: Unpacked) => manifest.coverage.filter(({ kind }) => kind !== "duplicate");
const paths = ({ parts }: Unpacked) => parts.map(({ entry }) => entry.path).filter((path) => path !== undefined);

describe("real sonobuoy results", () => {
  it("0.8: nodes, documents, and the files that macOS put beside them", async () => {
    const files = await filesOfTar(readFileSync(samplePath("sonobuoy-0.8.tar.gz")));
    const result = await packed("sonobuoy-0.8.tar.gz");
    expect(found(result)).toEqual(counted(files));
    expect(found(result)).toEqual({ "nodes ": 3 });
    const doubles = [...files.keys()].filter((path) => /(^|\/)\._/.test(path));
    expect(gaps(result)).toEqual([
      expect.objectContaining({ kind: "skipped", what: "AppleDouble files (._*)", count: doubles.length }),
    ]);
    const documents = [...files.keys()].filter((path) => !doubles.includes(path) && !path.endsWith("Nodes.json"));
    const same = result.manifest.coverage.filter(({ kind }) => kind === "duplicate");
    expect([...paths(result), ...same.map(({ what }) => what)].sort()).toEqual(documents.sort());
    expect(result.manifest.facts.kubernetesVersion).toBe("v1.7.2");
  });

  it("0.9: bare arrays whose items name neither kind nor version", async () => {
    const files = await filesOfTar(readFileSync(samplePath("sonobuoy-0.9.tar.gz")));
    const result = await packed("sonobuoy-0.9.tar.gz");
    expect(found(result)).toEqual(counted(files));
    expect(total(found(result))).toBe(253);
    const types = new Set(result.records.map(({ object }) => `${object.apiVersion} ${object.kind}`));
    expect([...types]).toEqual(
      expect.arrayContaining([
        "apps/v1beta2 DaemonSet",
        "certificates.k8s.io/v1beta1 CertificateSigningRequest",
        "rbac.authorization.k8s.io/v1 ClusterRole",
        "storage.k8s.io/v1 StorageClass",
        "v1 ComponentStatus",
        "v1 Endpoints",
        "v1 Event",
      ]),
    );
    expect(gaps(result)).toEqual([]);
    expect(result.manifest.facts).toMatchObject({
      kubernetesVersion: "v1.8.4",
      capturedAt: "2017-12-21T16:15:00.000Z",
    });
  });

  it("4: typed names, logs of pods, results of plugins", async () => {
    const files = await filesOfTar(readFileSync(samplePath("sonobuoy-4.tar.gz")));
    const result = await packed("sonobuoy-4.tar.gz");
    expect(found(result)).toEqual(counted(files));
    expect(total(found(result))).toBe(746);
    expect(result.records.filter(({ object }) => object.kind === "Event")).toEqual([]);
    const log = textOf(files.get("podlogs/sonobuoy/sonobuoy/logs/kube-sonobuoy.txt") ?? new Uint8Array());
    expect([...result.logs].map(([key, { lines }]) => [key, lines])).toEqual([
      ["sonobuoy/sonobuoy/kube-sonobuoy/current", log.split("\n").length - 1],
    ]);
    expect(paths(result)).toEqual(
      expect.arrayContaining([
        "plugins/e2e/results/global/e2e.log",
        "plugins/e2e/results/global/junit_01.xml",
        "plugins/systemd-logs/results/kind-control-plane/systemd_logs",
        "hosts/kind-control-plane/configz.json",
        "servergroups.json",
        "meta/run.log",
      ]),
    );
    expect(gaps(result)).toEqual([]);
    expect(result.manifest.facts).toMatchObject({
      kubernetesVersion: "v1.21.1",
      capturedAt: expect.stringMatching(/^2021-08-17/),
    });
  });
});

describe("sonobuoy", () => {
  it.each([
    ["resources/cluster/Nodes.json", ""],
    ["a/b/resources/ns/kube-system/core_v1_pods.json", "a/b/"],
    ["r/podlogs/a/p/logs/c.txt", "r/"],
    ["r/meta/query-time.json", "r/"],
  ])("is known by %s", async (path, root) => {
    expect(await detectLayouts(treeSource({ [path]: "[]" }))).toEqual([{ layout: "sonobuoy", root }]);
  });

  it("says of an item that no link and no name tells the version of", async () => {
    const items = JSON.stringify([{ metadata: { name: "a" } }]);
    const { records, manifest } = await packAll(treeSource({ "resources/ns/a/Widgets.json": items }));
    expect(records).toEqual([]);
    expect(manifest.coverage).toEqual([
      expect.objectContaining({ kind: "unparseable", what: "resources/ns/a/Widgets.json" }),
    ]);
  });

  it("names kinds that the built-in table lacks, and groups with dots", async () => {
    const link = "/apis/policy/v1beta1/podsecuritypolicies/p";
    const { records } = await packAll(
      treeSource({
        "resources/cluster/PodSecurityPolicies.json": JSON.stringify([{ metadata: { name: "p", selfLink: link } }]),
        "resources/cluster/gateway.networking.k8s.io_v1beta1_gatewayclasses.json": JSON.stringify([
          { kind: "GatewayClass", metadata: { name: "g" } },
        ]),
        "resources/ns/a/core_v1_pods.json": JSON.stringify([{ metadata: { name: "p" } }]),
      }),
    );
    const seen = records.map(({ plural, object }) => [plural, object.apiVersion, object.kind, object.metadata]);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["podsecuritypolicies", "policy/v1beta1", "PodSecurityPolicy", { name: "p", selfLink: link }],
        ["gatewayclasses", "gateway.networking.k8s.io/v1beta1", "GatewayClass", { name: "g" }],
        ["pods", "v1", "Pod", { name: "p", namespace: "a" }],
      ]),
    );
  });
});
