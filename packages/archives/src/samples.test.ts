import { openAsBlob } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openBlob } from "./browser.ts";
import type { BundleSource } from "./bundle-source.ts";
import { openSource } from "./index.ts";

async function countFiles(source: BundleSource): Promise<{ files: number; bytes: number }> {
  const found = { files: 0, bytes: 0 };
  for await (const entry of source.entries()) {
    if (entry.kind !== "file") continue;
    found.files++;
    for await (const chunk of entry.content()) found.bytes += chunk.length;
  }
  return found;
}

// Files and bytes as GNU tar and Python's zipfile count them.
describe.each([
  ["bundles/cluster-info-dump.tar.gz", 57, 3_105_643],
  ["bundles/preflight.tar.gz", 125, 1_484_968],
  ["bundles/sonobuoy-0.8.tar.gz", 79, 219_667],
  ["bundles/sonobuoy-0.9.tar.gz", 48, 3_316_114],
  ["bundles/sonobuoy-4.tar.gz", 103, 6_804_617],
  ["bundles/support-bundle-lab.tar.gz", 177, 1_819_019],
  ["bundles/troubleshoot-support-bundle.tar.gz", 102, 1_281_088],
  ["bundles/analyze-files.tar.xz", 37, 1_866_808],
  ["bundles/insights.tar.xz", 224, 1_440_014],
  ["bundles/sbctl-support-bundle.tar.xz", 137, 2_736_071],
  ["bundles/crust-gather.zip", 80, 2_791_375],
  ["bundles/lab.kshrk", 321, 1_308_295],
  ["must-gather-aws.tar.gz", 3525, 79_803_757],
] as const)("%s", (name, files, bytes) => {
  const path = fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));

  it("is read to the last byte, without a problem, in Node and in browsers", async () => {
    await using node = await openSource({ path, spoolDir: tmpdir() });
    for (const source of [node, await openBlob(await openAsBlob(path), name)]) {
      expect(await countFiles(source)).toEqual({ files, bytes });
      expect(source.problems()).toEqual([]);
    }
  });
});

describe("bundles/omc-testdata.tar.xz", () => {
  it("holds the same must-gather in four kinds of archives", async () => {
    const path = fileURLToPath(new URL("../../../samples/bundles/omc-testdata.tar.xz", import.meta.url));
    await using source = await openSource({ path, spoolDir: tmpdir() });
    const below = new Map<string, string[]>();
    for await (const { path: at, kind } of source.entries()) {
      const [, archive, inner] = /^cmd\/use\/testdata\/(must-gather\.[a-z.]+)\/(.+)$/.exec(at) ?? [];
      if (archive && inner && kind === "file") below.set(archive, [...(below.get(archive) ?? []), inner]);
    }
    expect([...below.keys()].sort()).toEqual([
      "must-gather.tar",
      "must-gather.tar.gz",
      "must-gather.tar.xz",
      "must-gather.zip",
    ]);
    const [first, ...others] = below.values();
    for (const other of others) expect(other).toEqual(first);
    expect(source.problems()).toEqual([]);
  });
});
