import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createClient } from "@kubin/client";
import { maxPartBytes } from "@kubin/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { writeSmallBundle } from "./small-bundle.ts";

// A file that is no text and too large for one PUT: it goes to the store in pieces, and comes back as it was.
const core = randomBytes(2 * maxPartBytes + 12_345);
let world: CliWorld;
let bundle = "";

beforeAll(async () => {
  world = await openCliWorld();
  bundle = join(world.folder, "with-core");
  await writeSmallBundle(bundle);
  await writeFile(join(bundle, "core"), core);
});
afterAll(() => world?.[Symbol.asyncDispose]());

async function imported(args: string[]): Promise<string> {
  const { stdout, stderr, code } = await world.kubin(["import", ...args, "--wait", "--output", "json"]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout.split("\n")[0] ?? "").id;
}

async function downloaded(snapshotId: string): Promise<Buffer> {
  const { items } = await createClient({ server: world.server.url }).storage.downloads.query({ snapshotId });
  const [found, ...more] = items.filter(({ type }) => type === "raw");
  expect(more).toEqual([]);
  expect(found?.filename).toBe("core.gz");
  expect(found?.size).toBeGreaterThan(2 * maxPartBytes);
  const answer = await fetch(found?.url ?? "");
  expect(answer.status).toBe(200);
  return gunzipSync(await answer.arrayBuffer());
}

test("stays home unless it is asked for", async () => {
  const snapshotId = await imported([bundle]);
  const { items } = await createClient({ server: world.server.url }).storage.downloads.query({ snapshotId });
  expect(items.filter(({ type }) => type === "raw")).toEqual([]);
  const { stdout } = await world.kubin(["import", bundle, "--dry-run"]);
  expect(JSON.parse(stdout).withheld).toMatchObject([
    { what: "core", detail: expect.stringContaining("--include-raw") },
  ]);
});

test("goes up with --include-raw, and comes back as it was", async () => {
  expect((await downloaded(await imported([bundle, "--include-raw"]))).equals(core)).toBe(true);
});

test("goes through a kubin file, too", async () => {
  const file = join(world.folder, "core.kubin");
  expect(await world.kubin(["import", bundle, "--include-raw", "--to-file", file])).toMatchObject({ code: 0 });
  expect((await downloaded(await imported([file]))).equals(core)).toBe(true);
});
