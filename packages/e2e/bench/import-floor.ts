import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { logsPart } from "../src/testbed/make-parts.ts";
import { sample } from "../src/testbed/processes.ts";
import { uploadParts } from "../src/testbed/upload-parts.ts";
import { median, timings } from "./figures.ts";
import { importAndWait } from "./sample.ts";
import { type BenchServer, withServer } from "./with-server.ts";

const runs = 3;

/**
 * The sample from Enter to COMPLETED against a floor: `tar xzf`, js-yaml over each YAML file, and the same log lines,
 * packed before the clock starts, uploaded and indexed with nothing else. All one after the other.
 */
export async function importFloor(): Promise<void> {
  await withServer(async (server) => {
    const floor: number[] = [];
    const whole: number[] = [];
    for (let run = 0; run < runs; run++) {
      floor.push(await floorOnce(server, run));
      whole.push(await importAndWait(server, sample));
    }
    console.log(`Enter to COMPLETED  ${timings(whole)}`);
    console.log(`floor               ${timings(floor)}`);
    console.log(`ratio of medians    ${(median(whole) / median(floor)).toFixed(2)} (aim ≤ 3)`);
  });
}

async function floorOnce(server: BenchServer, run: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "kubin-floor-"));
  try {
    const start = performance.now();
    spawnSync("tar", ["xzf", sample, "-C", folder]);
    const unpacked = performance.now();
    await parseAll(folder);
    const parsed = performance.now();
    const parts = await logParts(folder, run);
    const packed = performance.now();
    await uploadParts(server.url, parts);
    const stored = performance.now();
    const [tar, yaml, logs] = [unpacked - start, parsed - unpacked, stored - packed];
    console.log(`  floor: tar ${tar.toFixed(0)}, js-yaml ${yaml.toFixed(0)}, log lines alone ${logs.toFixed(0)} ms`);
    return tar + yaml + logs;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function parseAll(folder: string): Promise<void> {
  for (const path of await readdir(folder, { recursive: true })) {
    if (path.endsWith(".yaml")) load((await readFile(join(folder, path), "utf8")) || "{}", { json: true });
  }
}

/** One part a namespace. A run of its own in each, since equal parts are stored once. */
async function logParts(folder: string, run: number) {
  const byNamespace = new Map<string, Parameters<typeof logsPart>[1]>();
  for (const path of await readdir(folder, { recursive: true })) {
    const found = /namespaces\/([^/]+)\/pods\/([^/]+)\/([^/]+)\/[^/]+\/logs\/(current|previous)\.log$/.exec(path);
    if (!found) continue;
    const lines = (await readFile(join(folder, path), "utf8")).split("\n").slice(0, -1);
    const [, namespace = "", pod = "", container = "", source] = found;
    const stream = {
      namespace,
      pod: `${pod}-${run}`,
      container,
      source: source === "previous" ? source : "current",
    } as const;
    if (lines.length > 0) byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), { stream, lines }]);
  }
  return [...byNamespace].map(([namespace, streams]) => logsPart(namespace, streams));
}
