import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSource } from "@kubin/archives";
import type { LogChunk, LogRow } from "@kubin/core";
import { sampleRow } from "@kubin/core/contracts";
import { type EmbeddedPorts, openEmbedded } from "@kubin/embedded";
import { formatQuery, parseQuery, type ResolvedQuery, resolvePods, splitLines } from "@kubin/logs";
import type { LogStreamRef } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// Every log line of a real must-gather, straight from its files; the truth was counted with grep on the same files.
const samples = fileURLToPath(new URL("../../../../samples/", import.meta.url));
const snapshot = { snapshotId: "0198a0f0-0000-7000-8000-000000000001", generation: 1, retainWeek: "2035-01-01" };
const chunkRows = 50_000;
const { signal } = new AbortController();

async function readTsv(name: string): Promise<string[][]> {
  const text = await readFile(join(samples, "oracles", name), "utf8");
  return text
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
}

/** `…/namespaces/{namespace}/pods/{pod}/{container}/{container}/logs/{file}`; an insecure copy is a stream of its own. */
function streamOf(path: string): { stream: LogStreamRef; file: string } | undefined {
  const found = /\/namespaces\/([^/]+)\/pods\/([^/]+)\/([^/]+)\/[^/]+\/logs\/([^/]+\.log)$/.exec(path);
  const [, namespace = "", pod = "", name = "", file = ""] = found ?? [];
  if (!found) return undefined;
  const container = file.includes("insecure") ? `${name}.insecure` : name;
  return { stream: { namespace, pod, container, source: file.startsWith("previous") ? "previous" : "current" }, file };
}

describe("the log lines of the sample", () => {
  let folder: string;
  let ports: EmbeddedPorts;
  const linesOfFile = new Map<string, number>();
  const timed: { ms: number; level: string; line: number }[] = [];
  let untimed = 0;

  async function insertAll(): Promise<void> {
    await using source = await openSource({ path: join(samples, "must-gather-aws.tar.gz"), spoolDir: folder });
    let chunk: LogChunk["streams"] = [];
    let rows = 0;
    let number = 0;
    const flush = async (): Promise<void> => {
      await ports.logs.insert({ ...snapshot, token: `sample/${number}`, streams: chunk });
      number += 1;
      chunk = [];
      rows = 0;
    };
    for await (const entry of source.entries()) {
      const named = entry.kind === "file" ? streamOf(entry.path) : undefined;
      if (!named) continue;
      const { stream, file } = named;
      const lines: LogRow[] = [];
      for await (const line of splitLines(entry.content())) lines.push(sampleRow(line, lines.length));
      linesOfFile.set(
        `${stream.namespace}/${stream.pod}/${stream.container.replace(/\.insecure$/, "")}/${file}`,
        lines.length,
      );
      for (const { at, level, line } of lines) {
        if (at === undefined) untimed += 1;
        else timed.push({ ms: Number(at / 1_000_000n), level, line });
      }
      if (rows + lines.length > chunkRows) await flush();
      chunk.push({ stream, rows: lines });
      rows += lines.length;
    }
    await flush();
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kubin-needles-"));
    const nothing = (): void => undefined;
    ports = await openEmbedded({
      dataDir: join(folder, "data"),
      publicUrl: "http://127.0.0.1",
      clock: { now: () => new Date() },
      ids: { uuid: () => crypto.randomUUID(), secret: () => crypto.randomUUID() },
      log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    });
    await insertAll();
  });
  afterAll(async () => {
    await ports.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("are as many as the files have, file by file", async () => {
    const files = await readTsv("must-gather-aws.files.tsv");
    expect(files.length).toBeGreaterThan(1000);
    for (const [namespace, pod, container, file, lines] of files) {
      // Empty files may be left out of the sample.
      expect(linesOfFile.get(`${namespace}/${pod}/${container}/${file}`) ?? 0, `${pod} ${file}`).toBe(Number(lines));
    }
    const total = files.reduce((sum, [, , , , lines]) => sum + Number(lines), 0);
    expect(await ports.logs.stored(snapshot)).toBe(total);
  });

  it("are found by each needle as grep -iF finds them", async () => {
    const needles = await readTsv("must-gather-aws.needles.tsv");
    expect(needles.length).toBeGreaterThan(20);
    const scope = { ...snapshot, namespaces: "all" as const, logs: true };
    const found: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const [needle = "", , insensitive] of needles) {
      const query = await read(formatQuery({ type: "phrase", text: needle }));
      found[needle] = (await ports.logs.count({ scope, query, signal })).lines;
      expected[needle] = Number(insensitive);
    }
    expect(found).toEqual(expected);
  });

  it("come newest first, the same on every page size", async () => {
    const scope = { ...snapshot, namespaces: "all" as const, logs: true };
    const query = await read("timed out level:>=warn");
    const { lines } = await ports.logs.search({ scope, query, order: "newest", limit: 1000, signal });
    const first = await ports.logs.search({ scope, query, order: "newest", limit: 10, signal });
    expect(lines.length).toBeGreaterThan(20);
    expect(first.lines).toEqual(lines.slice(0, 10));
    const times = lines.map((line) => line.at ?? "");
    expect(times).toEqual([...times].sort().reverse());
  });

  it("come oldest first with those without a time last, the same on every page size", async () => {
    const scope = { ...snapshot, namespaces: "all" as const, logs: true };
    const query = await read("timed out level:>=warn");
    const { lines } = await ports.logs.search({ scope, query, order: "oldest", limit: 1000, signal });
    const first = await ports.logs.search({ scope, query, order: "oldest", limit: 10, signal });
    expect(first.lines).toEqual(lines.slice(0, 10));
    const times = lines.map((line) => line.at ?? "9");
    expect(times).toEqual([...times].sort());
  });

  it("stand in bars over time as plain code counts them", async () => {
    const scope = { ...snapshot, namespaces: "all" as const, logs: true };
    const found = await ports.logs.histogram({ scope, query: { type: "all" }, buckets: 60, signal });
    const from = timed.reduce((least, { ms }) => Math.min(least, ms), Number.POSITIVE_INFINITY);
    const last = timed.reduce((most, { ms }) => Math.max(most, ms), 0);
    expect(found).toMatchObject({
      from: new Date(from).toISOString(),
      to: new Date(last + 1).toISOString(),
      bucketMs: Math.ceil((last + 1 - from) / 60),
      untimed,
    });
    const bars = new Map<number, { lines: number; levels: Record<string, number>; firstLine: number }>();
    for (const { ms, level, line } of timed) {
      const bucket = Math.floor((ms - from) / found.bucketMs);
      const bar = bars.get(bucket) ?? { lines: 0, levels: {}, firstLine: line };
      bar.lines += 1;
      bar.levels[level] = (bar.levels[level] ?? 0) + 1;
      bar.firstLine = Math.min(bar.firstLine, line);
      bars.set(bucket, bar);
    }
    expect(bars.size).toBeGreaterThan(5);
    const expected = [...bars].sort(([a], [b]) => a - b);
    expect(found.buckets).toEqual(
      expected.map(([bucket, bar]) => ({ at: new Date(from + bucket * found.bucketMs).toISOString(), ...bar })),
    );
  });
});

/** None of these asks for the pods of anything. */
function read(query: string): Promise<ResolvedQuery> {
  return resolvePods(parseQuery(query), async () => []);
}
