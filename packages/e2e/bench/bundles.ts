import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createClient } from "@kubin/client";
import { peakMemory, root, spawnCli } from "../src/testbed/processes.ts";
import { megabytes } from "./figures.ts";
import { countPlain } from "./plain/count-plain.ts";
import { unpackPlain } from "./plain/unpack-plain.ts";
import { type BenchServer, withServer } from "./with-server.ts";

const notBundles = /^(README|LICENSE)|\.md$|workloads\.yaml$/;

/** Every bundle of a corpus through the CLI, beside plain counts of its files. */
export async function bundles(corpus: string): Promise<void> {
  const found = await bundlesIn(corpus);
  console.log(`${found.length} bundles of ${corpus}`);
  await withServer(async (server) => {
    for (const bundle of found) await compare(server, bundle);
  });
}

async function bundlesIn(corpus: string): Promise<string[]> {
  const folder = join(corpus, "bundles");
  const all = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = all.filter(({ name }) => !notBundles.test(name)).map((entry) => join(entry.parentPath, entry.name));
  const beside = (await readdir(corpus, { withFileTypes: true })).filter(({ name }) => name.endsWith(".gz"));
  return [...files, ...beside.map(({ name }) => join(corpus, name))].map((file) => resolve(file)).sort();
}

async function compare(server: BenchServer, bundle: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-plain-"));
  try {
    const imported = await importOne(server, bundle);
    await unpackPlain(bundle, folder);
    const plain = await countPlain(folder);
    console.log(
      `\n${bundle.replace(root, "")}: exit ${imported.code}, ${imported.ms.toFixed(0)} ms, CLI ${megabytes(imported.peak)}`,
    );
    if (imported.ids.length === 0) console.log(`  ${imported.stderr.split("\n").slice(0, 5).join("\n  ")}`);
    const sum = { objects: 0, streams: 0, lines: 0 };
    for (const id of imported.ids) await print(server, { id, sum });
    console.log(
      `  plain    ${plain.objects} objects, ${plain.logFiles} logs, ${plain.lines} lines: ${verdict(sum, plain)}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function verdict(
  sum: { objects: number; streams: number; lines: number },
  plain: Awaited<ReturnType<typeof countPlain>>,
): string {
  const pairs: [string, number, number][] = [
    ["objects", sum.objects, plain.objects],
    ["streams", sum.streams, plain.logFiles],
    ["lines", sum.lines, plain.lines],
  ];
  return pairs
    .map(([what, ours, theirs]) => `${what} ${ours === theirs ? "equal" : `differ by ${ours - theirs}`}`)
    .join(", ");
}

/** Where several bundles lie in the file, each becomes a snapshot. */
async function importOne(server: BenchServer, bundle: string) {
  const start = performance.now();
  const args = ["import", bundle, "--server", server.url, "--wait", "--output", "json", "--split"];
  const cli = spawnCli(args, { HOME: server.dataDir, XDG_STATE_HOME: server.dataDir });
  let peak = 0;
  const probe = setInterval(async () => {
    peak = Math.max(peak, await peakMemory(cli.child.pid ?? 0));
  }, 20);
  const code = await cli.ended;
  clearInterval(probe);
  const objects: { id?: string }[] = cli
    .stdout()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const ids = [...new Set(objects.flatMap(({ id }) => id ?? []))];
  return { code, ids, ms: performance.now() - start, peak, stderr: cli.stderr() };
}

async function print(
  server: BenchServer,
  { id, sum }: { id: string; sum: { objects: number; streams: number; lines: number } },
) {
  const client = createClient({ server: server.url });
  const { snapshot, coverage, coverageTotal } = await client.analytics.overview.query({ snapshotId: id });
  const { items } = await client.storage.downloads.query({ snapshotId: id });
  const { objects, logStreams, logLines } = snapshot.counts;
  const kinds = new Map<string, number>();
  for (const gap of coverage) kinds.set(gap.kind, (kinds.get(gap.kind) ?? 0) + gap.count);
  const gaps = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ") || "none";
  console.log(
    `  ${snapshot.layout}${snapshot.partial ? " (partial)" : ""}: ${objects} objects, ${logStreams} streams, ${logLines} lines, ` +
      `${items.filter(({ type }) => type === "bundle").length} documents; coverage ${coverageTotal}: ${gaps}`,
  );
  sum.objects += objects;
  sum.streams += logStreams;
  sum.lines += logLines;
}
