import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createClient } from "@kubin/client";
import { maxPartBytes } from "@kubin/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { writeSmallBundle } from "./small-bundle.ts";

// Files that are no text and too large for memory; what is so when packed goes to the store in pieces.
const core = randomBytes(2 * maxPartBytes + 12_345);
/** Large as well, but not when it is packed. */
const blank = Buffer.alloc(2 * maxPartBytes);
let world: CliWorld;
let bundle = "";

beforeAll(async () => {
  world = await openCliWorld();
  bundle = join(world.folder, "with-core");
  await writeSmallBundle(bundle);
  await writeFile(join(bundle, "core"), core);
  await writeFile(join(bundle, "blank"), blank);
});
afterAll(() => world?.[Symbol.asyncDispose]());

async function imported(args: string[]): Promise<string> {
  const { stdout, stderr, code } = await world.kubin(["import", ...args, "--wait", "--output", "json"]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout.split("\n")[0] ?? "").id;
}

/** The files that are no text, by name. */
async function downloaded(snapshotId: string): Promise<Map<string, Buffer>> {
  const { items } = await createClient({ server: world.server.url }).storage.downloads.query({ snapshotId });
  const files = new Map<string, Buffer>();
  for (const { type, filename, url } of items) {
    if (type !== "raw") continue;
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    files.set(filename, gunzipSync(await answer.arrayBuffer()));
  }
  return files;
}

async function comesBack(snapshotId: string): Promise<void> {
  const files = await downloaded(snapshotId);
  expect([...files.keys()].sort()).toEqual(["blank.gz", "core.gz"]);
  expect(files.get("core.gz")?.equals(core)).toBe(true);
  expect(files.get("blank.gz")?.equals(blank)).toBe(true);
}

test("stay home unless they are asked for", async () => {
  expect([...(await downloaded(await imported([bundle]))).keys()]).toEqual([]);
  const { stdout } = await world.kubin(["import", bundle, "--dry-run"]);
  const withheld: { what: string; detail: string }[] = JSON.parse(stdout).withheld;
  expect(withheld.map(({ what }) => what).sort()).toEqual(["blank", "core"]);
  expect(withheld[0]?.detail).toContain("--include-raw");
});

test("go up with --include-raw, and come back as they were", async () => {
  await comesBack(await imported([bundle, "--include-raw"]));
});

test("go through a kubin file, too", async () => {
  const file = join(world.folder, "core.kubin");
  expect(await world.kubin(["import", bundle, "--include-raw", "--to-file", file])).toMatchObject({ code: 0 });
  await comesBack(await imported([file]));
});
