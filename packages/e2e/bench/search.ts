import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createClient } from "@kubin/client";
import { logsPart, type MadePart } from "../src/testbed/make-parts.ts";
import { sample } from "../src/testbed/processes.ts";
import { uploadParts } from "../src/testbed/upload-parts.ts";
import { median, repeat, timings } from "./figures.ts";
import { withServer } from "./with-server.ts";

const wantedLines = 5_000_000;
const runs = 20;
const needles = ["leader", "refused", "error", "handshake"];

interface Stream {
  namespace: string;
  pod: string;
  container: string;
  lines: string[];
}

/** One word over 5 million real lines (the sample's pods repeated under other names), beside `zgrep` over the same lines. */
export async function search(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "kubin-search-"));
  try {
    const streams = await readStreams(dir);
    const lines = streams.reduce((sum, stream) => sum + stream.lines.length, 0);
    const copies = Math.ceil(wantedLines / lines);
    const files = await writeGz(dir, streams, copies);
    await withServer(async ({ url }) => {
      const started = performance.now();
      const { ticket, snapshot } = await uploadParts(url, [...repeated(streams, copies)]);
      const seconds = (performance.now() - started) / 1000;
      console.log(`${snapshot.counts.logLines} lines stored and indexed in ${seconds.toFixed(1)} s`);
      const client = createClient({ server: url });
      for (const word of needles) {
        const query = { snapshotId: ticket.id, query: `"${word}"` };
        const { lines: found } = await client.query.countLogs.query(query);
        const truth = zgrep(files, word);
        if (found !== truth.lines) throw new Error(`"${word}": Kubin counts ${found}, zgrep ${truth.lines}`);
        const count = await repeat(runs, () => client.query.countLogs.query(query));
        const file = await repeat(runs, () => client.query.searchLogs.query({ ...query, order: "file" }));
        const newest = await repeat(runs, () => client.query.searchLogs.query({ ...query, order: "newest" }));
        console.log(
          `"${word}": ${found} lines; zgrep -ciF ${truth.ms.toFixed(0)} ms, ${(truth.ms / median(count)).toFixed(0)} × the count`,
        );
        console.log(`  count        ${timings(count)}`);
        console.log(`  file order   ${timings(file)}`);
        console.log(`  newest first ${timings(newest)}`);
      }
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function readStreams(dir: string): Promise<Stream[]> {
  await mkdir(join(dir, "raw"));
  spawnSync("tar", ["xzf", sample, "-C", join(dir, "raw")]);
  const streams: Stream[] = [];
  for (const path of await readdir(join(dir, "raw"), { recursive: true })) {
    const found = /namespaces\/([^/]+)\/pods\/([^/]+)\/([^/]+)\/[^/]+\/logs\/current\.log$/.exec(path);
    if (!found) continue;
    const lines = (await readFile(join(dir, "raw", path), "utf8")).split("\n").filter((line) => line !== "");
    const [, namespace = "", pod = "", container = ""] = found;
    if (lines.length > 0) streams.push({ namespace, pod, container, lines });
  }
  return streams;
}

/** A part is named by its bytes, so the copies must differ: the first line of each stream says which one it is. */
function linesOf(stream: Stream, copy: number): string[] {
  const [first, ...rest] = stream.lines;
  return [`${first} copy=${copy}`, ...rest];
}

/** The same lines as files, one a copy, for zgrep. */
async function writeGz(dir: string, streams: Stream[], copies: number): Promise<string[]> {
  const files = Array.from({ length: copies }, (_, copy) => join(dir, `${copy}.gz`));
  for (const [copy, file] of files.entries()) {
    await writeFile(file, gzipSync(streams.map((stream) => `${linesOf(stream, copy).join("\n")}\n`).join("")));
  }
  return files;
}

function* repeated(streams: Stream[], copies: number): Generator<MadePart> {
  const byNamespace = groupByNamespace(streams);
  for (let copy = 0; copy < copies; copy++) {
    for (const [namespace, some] of byNamespace) {
      yield logsPart(
        namespace,
        some.map((one) => ({
          stream: { namespace, pod: `${one.pod}-${copy}`, container: one.container, source: "current" as const },
          lines: linesOf(one, copy),
        })),
      );
    }
  }
}

function zgrep(files: string[], word: string): { lines: number; ms: number } {
  const start = performance.now();
  const { stdout } = spawnSync("zgrep", ["-ciF", word, ...files], { encoding: "utf8", maxBuffer: 1 << 26 });
  const lines = stdout
    .trim()
    .split("\n")
    .reduce((sum, line) => sum + Number(line.split(":").at(-1)), 0);
  return { lines, ms: performance.now() - start };
}

function groupByNamespace(streams: Stream[]): Map<string, Stream[]> {
  const groups = new Map<string, Stream[]>();
  for (const stream of streams) groups.set(stream.namespace, [...(groups.get(stream.namespace) ?? []), stream]);
  return groups;
}
