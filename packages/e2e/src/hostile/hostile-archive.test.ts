import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import { peakMemory } from "../testbed/processes.ts";
import { writeTarGz } from "../testbed/write-tar.ts";
import { gzipBomb } from "./bombs.ts";
import { goodLines, hostileEntries } from "./hostile-entries.ts";

let world: CliWorld;
beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const maxMemory = 300 * 1024 * 1024;

/** Exit code, output, and the peak of resident memory in bytes (its high-water mark, so the last reading is the peak). */
async function importWatched(file: string) {
  const running = world.start(["import", file, "--wait", "--output", "json"]);
  let peak = 0;
  const probe = setInterval(async () => {
    peak = Math.max(peak, await peakMemory(running.child.pid ?? 0));
  }, 10);
  const ended = await running.ended;
  clearInterval(probe);
  return { ...ended, peak };
}

test("a hostile archive: what is good arrives, what is bad is told, memory stays", async () => {
  const file = join(world.folder, "hostile.tar.gz");
  await writeTarGz(file, hostileEntries(await gzipBomb()));
  const { code, stdout, stderr, peak } = await importWatched(file);
  expect([0, 3], stderr).toContain(code);
  const snapshotId: string = JSON.parse(stdout.split("\n")[0] ?? "").id;
  const client = createClient({ server: world.server.url });
  const { items } = await client.metadata.resources.query({ snapshotId, limit: 100 });
  console.log(code, Math.round(peak / 1024 / 1024), "MB", items.map(({ name }) => name));
  const { coverage, snapshot } = await client.analytics.overview.query({ snapshotId });
  for (const gap of coverage) console.log(gap.kind, JSON.stringify(gap.what), gap.detail, gap.count);
  console.log(snapshot.counts, snapshot.partial, await readdir(world.folder));
  console.log((await client.query.streams.query({ snapshotId, limit: 100 })).items.map(({ pod, lines }) => [pod, lines]));
  expect(peak).toBeLessThanOrEqual(maxMemory);
  expect(goodLines).toBe(100);
}, 240_000);
