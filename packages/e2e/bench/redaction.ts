import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRedactor, type Redaction } from "@kubin/kubernetes";
import { measureCorpus } from "@kubin/kubernetes/corpus";
import { load } from "js-yaml";
import { sample } from "../src/testbed/processes.ts";
import { median } from "./figures.ts";
import { unpackPlain } from "./plain/unpack-plain.ts";

const runs = 3;
const place = { namespace: "bench", where: "bench" };
const chunkBytes = 64 * 1024;

/** Speed of redaction on one core over the sample, beside what only touching the same bytes costs; then the corpus. */
export async function redaction(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-redaction-"));
  try {
    await unpackPlain(sample, folder);
    const { logs, objects } = await readSample(folder);
    await printLines(logs);
    await printObjects(objects);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await printCorpus();
}

async function readSample(folder: string): Promise<{ logs: Buffer[]; objects: Record<string, unknown>[] }> {
  const logs: Buffer[] = [];
  const objects: Record<string, unknown>[] = [];
  for (const path of await readdir(folder, { recursive: true })) {
    if (/\/pods\/.*\.log$/.test(path)) logs.push(await readFile(join(folder, path)));
    if (!/\/(namespaces|cluster-scoped-resources)\/.*\.yaml$/.test(path)) continue;
    const value = load((await readFile(join(folder, path), "utf8")) || "{}", { json: true }) as {
      items?: Record<string, unknown>[];
    };
    objects.push(...(value.items ?? [value as Record<string, unknown>]));
  }
  return { logs: logs.filter(({ length }) => length > 0), objects: objects.filter(({ kind }) => kind !== undefined) };
}

async function printLines(logs: Buffer[]): Promise<void> {
  const bytes = logs.reduce((sum, log) => sum + log.length, 0);
  const altered = new Set<string>();
  const rules = new Map<string, number>();
  let current = 0;
  const onRedact = ({ at, rule }: Redaction) => {
    altered.add(`${current} ${at}`);
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
  };
  const counting = await createRedactor({ key: key(), onRedact });
  for (const [at, log] of logs.entries()) {
    current = at;
    await drain(counting.lines(chunksOf(log), place));
  }
  const redactor = await createRedactor({ key: key() });
  const copy = await rate(bytes, () => each(logs, async (log) => copyLines(chunksOf(log))));
  const ours = await rate(bytes, () => each(logs, (log) => drain(redactor.lines(chunksOf(log), place))));
  const lines = logs.reduce((sum, log) => sum + countLines(log), 0);
  console.log(`log lines: ${(bytes / 1e6).toFixed(1)} MB, ${lines} lines`);
  console.log(`  copy and find newlines  ${copy.toFixed(0)} MB/s`);
  console.log(`  redactor.lines          ${ours.toFixed(0)} MB/s of one core`);
  console.log(
    `  altered lines           ${altered.size} (${((100 * altered.size) / lines).toFixed(4)} %): ${listed(rules)}`,
  );
}

async function printObjects(objects: Record<string, unknown>[]): Promise<void> {
  const texts = objects.map((object) => JSON.stringify(object));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const redactor = await createRedactor({ key: key() });
  const roundTrip = await rate(bytes, () => each(texts, (text) => JSON.stringify(JSON.parse(text)).length));
  const ours = await rate(bytes, () =>
    each(texts, (text) => redactor.object(JSON.parse(text), { ...place, plural: undefined })),
  );
  console.log(`objects: ${objects.length}, ${(bytes / 1e6).toFixed(1)} MB as JSON`);
  console.log(`  parse and stringify     ${roundTrip.toFixed(0)} MB/s`);
  console.log(`  parse and redact        ${ours.toFixed(0)} MB/s of one core`);
}

async function printCorpus(): Promise<void> {
  const { shapes, structural, named, innocents } = await measureCorpus(await createRedactor({ key: key() }));
  const share = (found: number, tried: number) => `${found} of ${tried} (${((100 * found) / tried).toFixed(2)} %)`;
  console.log(`corpus of ${shapes} shapes`);
  console.log(`  structural found        ${share(structural.found, structural.tried)}`);
  console.log(`  named found             ${share(named.found, named.tried)}`);
  console.log(`  innocents altered       ${share(innocents.altered.length, innocents.tried)}`);
}

const key = () => new Uint8Array(32).fill(7);
const listed = (rules: Map<string, number>) =>
  [...rules].map(([rule, count]) => `${rule} ${count}`).join(", ") || "none";

/** Median MB/s by processor time, so that a busy machine does not change it. */
async function rate(bytes: number, work: () => Promise<void>): Promise<number> {
  const rates: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    rates.push(bytes / (user + system));
  }
  return median(rates);
}

async function each<T>(items: readonly T[], work: (item: T) => unknown): Promise<void> {
  for (const item of items) await work(item);
}

async function* chunksOf(log: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < log.length; at += chunkBytes) yield log.subarray(at, at + chunkBytes);
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}

async function copyLines(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) countLines(Buffer.from(chunk));
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}
