import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { openPutProxy, type PutProxy } from "./put-proxy.ts";
import { writeSmallBundle } from "./small-bundle.ts";

// All requests go through a proxy that can hold the bytes of parts back, so that a signal meets an upload under way.
let world: CliWorld;
let proxy: PutProxy;
const sample = new URL("../../../../samples/must-gather-aws.tar.gz", import.meta.url).pathname;

beforeAll(async () => {
  proxy = await openPutProxy(() => world.server.url);
  world = await openCliWorld(proxy.url);
});
afterAll(async () => {
  await proxy?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

const snapshots = async () => (await createClient({ server: world.server.url }).metadata.list.query({})).items;

test("Ctrl-C in mid-upload: ends within a second, says what lies where and how it goes on", async () => {
  proxy.holdAfter(0);
  const running = world.start(["import", sample], { env: { KUBIN_SERVER: proxy.url } });
  const link = await running.firstLine;
  await expect.poll(() => proxy.held(), { timeout: 30_000 }).toBeGreaterThan(0);
  const before = Date.now();
  running.child.kill("SIGINT");
  const { code, stdout, stderr } = await running.ended;
  proxy.reset();
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(code).toBe(130);
  expect(stdout).toBe(`${link}\n`);
  expect(stderr).toMatch(/Stopped\..*unfinished snapshot [0-9a-f-]{36}.*kubin import --resume` goes on/s);
  expect(await readdir(world.temporary)).toEqual([]);
  expect((await snapshots())[0]?.state).toBe("UPLOADING");
});

test("Ctrl-C while stdin is read: nothing was made", async () => {
  const before = (await snapshots()).length;
  const running = world.start(["import", "-"], {
    stdin: '{"apiVersion": "v1", "kind": "List", "items": [',
    keepStdin: true,
  });
  const spools = async () => readdir(join(world.folder, "state", "kubin", "spools")).catch(() => []);
  await expect.poll(async () => (await spools()).length, { timeout: 20_000 }).toBe(1);
  running.child.kill("SIGINT");
  expect(await running.ended).toMatchObject({
    code: 130,
    stdout: "",
    stderr: expect.stringContaining("Nothing was made"),
  });
  expect([await readdir(world.temporary), await spools()]).toEqual([[], []]);
  expect(await snapshots()).toHaveLength(before);
});

test("a reader that leaves early ends the program quietly", async () => {
  const bundle = join(world.folder, "must-gather");
  await writeSmallBundle(bundle);
  expect(await world.kubin(["import", bundle, "--wait"])).toMatchObject({ code: 0 });
  const running = world.start(["get", "pods", "-o", "json", "-q"]);
  await running.firstLine;
  running.child.stdout.destroy();
  const { stderr } = await running.ended;
  expect(stderr).toBe("");
});
