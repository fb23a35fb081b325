import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import { root } from "../testbed/processes.ts";

let world: CliWorld;
beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

interface Expected {
  file: string;
  layout: string;
  partial?: true;
  code?: number;
  objects: number;
  streams: number;
  lines: number;
  /** Findings of the tool itself. */
  analysis?: number;
  /** A document by the end of its path, and words that stand in it. */
  document?: [string, RegExp];
}

/**
 * What must arrive. `npm run bench -- bundles` prints plain counts beside (JSON and YAML by a plain walk, newlines of pod
 * logs), equal for must-gather, kubectl get, sonobuoy and two support bundles. Where a plain walk does not see it (kinds
 * from paths, records, blocks, copies), the tests of the layouts in `@kubin/kubernetes` count by plain code of their own.
 */
const samples: Expected[] = [
  { file: "bundles/analyze-files.tar.xz", layout: "troubleshoot", objects: 44, streams: 0, lines: 0 },
  {
    file: "bundles/cluster-info-dump.stdout.txt.gz",
    layout: "cluster-info-dump",
    objects: 98,
    streams: 18,
    lines: 36_000,
  },
  { file: "bundles/cluster-info-dump.tar.gz", layout: "cluster-info-dump", objects: 98, streams: 18, lines: 36_000 },
  // Damaged as its tool wrote it: what can be read is, and it says so.
  {
    file: "bundles/crust-gather.tar.gz",
    layout: "crust-gather",
    partial: true,
    code: 3,
    objects: 357,
    streams: 15,
    lines: 30_000,
  },
  { file: "bundles/crust-gather.zip", layout: "crust-gather", objects: 61, streams: 12, lines: 24_000 },
  { file: "bundles/insights.tar.xz", layout: "insights", objects: 165, streams: 4, lines: 140 },
  { file: "bundles/lab.kshrk", layout: "k8shark", objects: 120, streams: 18, lines: 9_000 },
  { file: "bundles/preflight.tar.gz", layout: "troubleshoot", objects: 374, streams: 0, lines: 0, analysis: 32 },
  { file: "bundles/sbctl-support-bundle.tar.xz", layout: "troubleshoot", objects: 278, streams: 7, lines: 16 },
  { file: "bundles/sonobuoy-0.8.tar.gz", layout: "sonobuoy", objects: 3, streams: 0, lines: 0 },
  {
    file: "bundles/sonobuoy-0.9.tar.gz",
    layout: "sonobuoy",
    objects: 253,
    streams: 0,
    lines: 0,
    document: ["/serverversion.json", /v1\.8\.4/],
  },
  { file: "bundles/sonobuoy-4.tar.gz", layout: "sonobuoy", objects: 746, streams: 1, lines: 117 },
  {
    file: "bundles/support-bundle-lab.tar.gz",
    layout: "troubleshoot",
    objects: 276,
    streams: 14,
    lines: 13_000,
    analysis: 5,
    document: ["/version.yaml", /versionNumber/],
  },
  {
    file: "bundles/troubleshoot-support-bundle.tar.gz",
    layout: "troubleshoot",
    objects: 210,
    streams: 19,
    lines: 6_126,
    analysis: 10,
  },
  { file: "lab-cluster.yaml.gz", layout: "kubectl-get", objects: 258, streams: 0, lines: 0 },
  // oracles/ has the lines of each of its files.
  {
    file: "must-gather-aws.tar.gz",
    layout: "must-gather",
    objects: 8_324,
    streams: 460,
    lines: 151_207,
    document: ["/version", /must-gather/],
  },
];

describe.concurrent("every sample through the real program", () => {
  test.each(samples)(
    "$file",
    async ({ file, layout, partial, code, ...expected }) => {
      const { result, ended } = await importOne(file);
      expect(ended.code).toBe(code ?? 0);
      expect(result).toMatchObject({ layout, state: "COMPLETED", partial: partial ?? false });
      expect(await asked(result.id)).toEqual({
        objects: expected.objects,
        streams: expected.streams,
        lines: expected.lines,
        analysis: expected.analysis ?? 0,
      });
      const documents = await documentsOf(result.id);
      expect(documents.filter(({ status }) => status !== 200)).toEqual([]);
      if (expected.document) {
        const [end, words] = expected.document;
        expect(documents.find(({ path }) => path.endsWith(end))?.text).toMatch(words);
      }
    },
    300_000,
  );

  test("a file with several bundles: asked about, or split", async () => {
    const file = join(root, "samples/bundles/omc-testdata.tar.xz");
    const asking = await world.kubin(["import", file, "--output", "json"]);
    expect(asking).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/3 bundles.*--root.*--split/s) });
    const { code, stdout } = await world.kubin(["import", file, "--split", "--wait", "--output", "json"]);
    expect(code).toBe(0);
    const results = linesOf(stdout).filter(({ state }) => state === "COMPLETED");
    const counts = await Promise.all(results.map(({ id }) => asked(id)));
    expect(counts.map(({ objects, lines }) => [objects, lines]).sort()).toEqual([
      [1, 0],
      [2, 0],
      [2, 3],
    ]);
  });
});

interface Result {
  id: string;
  state: string;
}

const linesOf = (stdout: string): Result[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

async function importOne(file: string) {
  const ended = await world.kubin(["import", join(root, "samples", file), "--wait", "--output", "json"]);
  const result = linesOf(ended.stdout).at(-1);
  if (!result) throw new Error(ended.stderr);
  return { ended, result };
}

/** Pages through what the API lists: its own counts are not believed. */
async function asked(snapshotId: string) {
  const client = createClient({ server: world.server.url });
  let objects = 0;
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await client.metadata.resources.query({ snapshotId, limit: 1000, cursor });
    objects += page.items.length;
    cursor = page.nextCursor;
  }
  let streams = 0;
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await client.query.streams.query({ snapshotId, limit: 1000, cursor });
    streams += page.items.length;
    cursor = page.nextCursor;
  }
  const { lines } = await client.query.countLogs.query({ snapshotId, query: "" });
  const { analysisTotal } = await client.analytics.overview.query({ snapshotId });
  return { objects, streams, lines, analysis: analysisTotal };
}

async function documentsOf(snapshotId: string): Promise<{ path: string; status: number; text: string }[]> {
  const { items } = await createClient({ server: world.server.url }).storage.downloads.query({ snapshotId });
  const documents = items.filter(({ type }) => type === "bundle");
  return await Promise.all(
    documents.map(async ({ path = "", url }) => {
      const answer = await fetch(url);
      return { path: `/${path}`, status: answer.status, text: await answer.text() };
    }),
  );
}
