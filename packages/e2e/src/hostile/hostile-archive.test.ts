import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import { peakMemory, root } from "../testbed/processes.ts";
import { writeTarGz } from "../testbed/write-tar.ts";
import { gzipBomb } from "./bombs.ts";
import { goodLines, hostileEntries } from "./hostile-entries.ts";

let world: CliWorld;
beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

/** What is refused or cut, and where. */
const bad: [string, string][] = [
  ["refused", "/etc/cron.d/absolute.yaml"],
  ["refused", "mg/../../escape.yaml"],
  ["refused", "shop/out.yaml"],
  ["refused", "pods/linked/"],
  ["refused", "red.txt"],
  ["skipped", "special files"],
  ["duplicate", "core/services.yaml"],
  ["(cut|withheld|refused)", "rotated/0.log"],
  ["(cut|withheld|refused)", "audit_logs/bomb.log.gz"],
  ["(cut|withheld|refused|duplicate)", "nested/bomb.tar.gz"],
  ["unparseable", "core/configmaps.yaml"],
  ["unparseable", "apps/deployments.yaml"],
  ["unparseable", "core/endpoints.yaml"],
  ["cut", "pods/long/.*line 1"],
];

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
  expect(items.map(({ name }) => name).sort()).toEqual(["first", "second", "shop", "web-0", "web-9"]);
  const streams = await client.query.streams.query({ snapshotId, limit: 100 });
  expect(Object.fromEntries(streams.items.map(({ pod, lines }) => [pod, lines]))).toEqual({
    "a:b": 1,
    long: 3,
    "web-0": goodLines,
    "web-9": goodLines,
  });
  const { coverage } = await client.analytics.overview.query({ snapshotId });
  const told = coverage.map(({ kind, what }) => `${kind} ${what}`).join("\n");
  for (const [kind, what] of bad) expect(told).toMatch(new RegExp(`^${kind} .*${what}`, "m"));
  const { items: parts } = await client.storage.downloads.query({ snapshotId });
  for (const { path, url } of parts.filter(({ type }) => type === "bundle")) {
    const answer = await fetch(url);
    // A page of a stranger is offered, never shown.
    expect(answer.headers.get("content-type"), path).not.toMatch(/html|svg|javascript/);
    await answer.body?.cancel();
  }
  expect(`${stdout}${stderr}`).not.toContain("\u001b");
  expect(await readdir(root)).not.toContain("owned");
  expect(await readdir(world.temporary)).toEqual([]);
  expect(peak).toBeLessThanOrEqual(maxMemory);
}, 240_000);
