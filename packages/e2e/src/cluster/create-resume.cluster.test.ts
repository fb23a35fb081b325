import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import { openPutProxy, type PutProxy } from "../cli/put-proxy.ts";
import { openLab } from "./lab.ts";

const lab = openLab();
let world: CliWorld;
let proxy: PutProxy;
beforeAll(async () => {
  proxy = await openPutProxy(() => world.server.url);
  world = await openCliWorld(proxy.url);
});
afterAll(async () => {
  await proxy?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

const notes = () => readdir(join(world.folder, "state/kubin/uploads")).catch(() => []);
const spools = () => readdir(join(world.folder, "state/kubin/spools")).catch(() => []);

test("a capture whose upload the server ended meanwhile is handed out as a file, not thrown away", async () => {
  proxy.holdAfter(3);
  const stopped = world.start(["create", "--kubeconfig", lab.kubeconfig("admin"), "--no-logs", "--wait"]);
  await stopped.firstLine;
  await expect.poll(notes, { timeout: 60_000 }).toHaveLength(1);
  stopped.child.kill("SIGKILL");
  await stopped.ended;
  proxy.reset();
  const [note = ""] = await notes();
  expect((await world.kubin(["delete", note.replace(".json", ""), "--yes"])).code).toBe(0);
  const { stderr, code } = await world.kubin(["create", "--resume"], { cwd: world.folder });
  expect({ code, stderr }).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/The capture is in (.*\.kubin): kubin import/),
  });
  const file = join(world.folder, /capture is in (\S+\.kubin)/.exec(stderr)?.[1] ?? "");
  expect((await world.kubin(["import", file, "--wait"])).code).toBe(0);
  expect([await notes(), await spools()]).toEqual([[], []]);
});

test("a capture that the server refuses midway is handed out as a file, too", async () => {
  proxy.holdAfter(3);
  const args = ["create", "--kubeconfig", lab.kubeconfig("admin"), "--no-logs", "--output", "json"];
  const refused = world.start(args, { cwd: world.folder });
  const { id } = JSON.parse(await refused.firstLine);
  await expect.poll(proxy.held).toBeGreaterThan(0);
  expect((await world.kubin(["delete", id, "--yes"])).code).toBe(0);
  proxy.release();
  const { stdout, stderr, code } = await refused.ended;
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("The capture is in that file") });
  const file = join(world.folder, stdout.trim().split("\n").at(-1) ?? "");
  expect((await world.kubin(["import", file, "--wait"])).code).toBe(0);
  expect([await notes(), await spools()]).toEqual([[], []]);
});

test("a slow upload does not hold up the capture, and after kill -9 the rest is sent without the cluster", async () => {
  proxy.holdAfter(3);
  const args = ["create", "--kubeconfig", lab.kubeconfig("admin"), "--no-logs", "--wait"];
  const stopped = world.start(args);
  const link = await stopped.firstLine;
  await expect.poll(notes, { timeout: 60_000 }).toHaveLength(1);
  stopped.child.kill("SIGKILL");
  await stopped.ended;
  proxy.reset();
  const { stdout, stderr, code } = await world.kubin(["create", "--resume", "--wait", "--output", "json"]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const last = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  expect(last).toMatchObject({ state: "COMPLETED", partial: false });
  expect(last.counts.objects).toBeGreaterThan(3000);
  expect(JSON.parse(stdout.split("\n")[0] ?? "").url).toBe(link);
  expect([await notes(), await spools()]).toEqual([[], []]);
});
