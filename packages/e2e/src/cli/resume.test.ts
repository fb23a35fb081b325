import { randomBytes } from "node:crypto";
import { appendFile, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { contentOf } from "../testbed/content-of.ts";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { openPutProxy, type PutProxy } from "./put-proxy.ts";
import type { KubinProcess } from "./run-kubin.ts";
import { writeSmallBundle } from "./small-bundle.ts";
import { wideList, writeWideBundle } from "./wide-bundle.ts";

// Parts go through a proxy that keeps them back when told, so that the program dies at a known point of its upload.
let world: CliWorld;
let proxy: PutProxy;
let truth: Awaited<ReturnType<typeof contentOf>>;
let all: { parts: number; bytes: number };
let bundle = "";

beforeAll(async () => {
  proxy = await openPutProxy(() => world.server.url);
  world = await openCliWorld(proxy.url);
  bundle = join(world.folder, "wide");
  await writeWideBundle(bundle);
  const whole = await kubin(["import", bundle, "--wait", "--output", "json"]);
  expect(whole).toMatchObject({ code: 0 });
  truth = await contentOf(world.server.url, idOf(whole.stdout));
  all = { ...proxy.stored };
});
afterEach(() => proxy.reset());
afterAll(async () => {
  await proxy?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

const env = () => ({ KUBIN_SERVER: proxy.url });
const kubin = (args: string[]) => world.kubin(args, { env: env() });
const idOf = (stdout: string) => JSON.parse(stdout.split("\n")[0] ?? "").id as string;
const inState = (folder: string) => join(world.folder, "state", "kubin", folder);
const listed = (folder: string) => readdir(inState(folder)).catch(() => []);
const snapshotOf = (id: string) => createClient({ server: world.server.url }).metadata.get.query({ snapshotId: id });

/** Starts an import that gets `parts` parts to the server, and has the next ones under way. */
async function stuckAfter(parts: number, args: string[], stdin?: Uint8Array): Promise<KubinProcess> {
  proxy.reset();
  proxy.holdAfter(parts);
  const running = world.start(args, { env: env(), ...(stdin && { stdin }) });
  await expect.poll(() => proxy.held(), { timeout: 60_000 }).toBeGreaterThan(0);
  await expect.poll(() => proxy.stored.parts).toBe(parts);
  return running;
}

async function killed(running: KubinProcess): Promise<string> {
  running.child.kill("SIGKILL");
  const { stdout } = await running.ended;
  proxy.reset();
  return stdout.trimEnd();
}

test("kill -9 in mid-upload: --resume sends the rest, and the snapshot is as one that nothing disturbed", async () => {
  const link = await killed(await stuckAfter(10, ["import", bundle]));
  const [note = ""] = await listed("uploads");
  expect((await stat(join(inState("uploads"), note))).mode & 0o777).toBe(0o600);
  const gone = await kubin(["import", "--resume", "--wait"]);
  expect(gone).toMatchObject({ code: 0, stdout: `${link}\n` });
  expect(gone.stderr).toMatch(/Going on with \S+wide.*10 were there already.*Completed in/s);
  expect(proxy.stored.parts).toBe(all.parts - 10);
  const id = note.replace(".json", "");
  expect(await contentOf(world.server.url, id)).toEqual(truth);
  expect(await listed("uploads")).toEqual([]);
});

test("kill -9 of an import from stdin: its spool goes on, and goes with it", async () => {
  const stdin = Buffer.from(wideList());
  const link = await killed(await stuckAfter(5, ["import", "-", "--name", "piped"], stdin));
  const [spool = ""] = await listed("spools");
  expect(await readFile(join(inState("spools"), spool))).toEqual(stdin);
  expect((await stat(join(inState("spools"), spool))).mode & 0o777).toBe(0o600);
  const gone = await kubin(["import", "--resume", "-", "--wait", "--output", "json"]);
  expect(gone).toMatchObject({ code: 0 });
  expect(JSON.parse(gone.stdout.split("\n")[1] ?? "")).toMatchObject({ url: link, name: "piped", state: "COMPLETED" });
  expect(gone.stderr).toContain("5 were there already");
  expect(await contentOf(world.server.url, idOf(gone.stdout))).toMatchObject({ objects: 12, streams: [] });
  expect([await listed("uploads"), await listed("spools")]).toEqual([[], []]);
});

test("Ctrl-C leaves the upload open; --discard gives it up, here and on the server", async () => {
  const running = await stuckAfter(3, ["import", bundle]);
  running.child.kill("SIGINT");
  const { code, stderr } = await running.ended;
  proxy.reset();
  expect(code).toBe(130);
  expect(stderr).toMatch(/Stopped\..*3 parts.*kubin import --resume` goes on/s);
  const id = (await listed("uploads"))[0]?.replace(".json", "") ?? "";
  expect((await snapshotOf(id)).state).toBe("UPLOADING");
  const discarded = await kubin(["import", "--resume", "--discard"]);
  expect(discarded).toMatchObject({ code: 0, stderr: expect.stringContaining("Discarded") });
  expect((await snapshotOf(id)).state).toBe("FAILED");
  expect(await listed("uploads")).toEqual([]);
});

describe("what cannot go on says so", () => {
  test("nothing was stopped", async () => {
    expect(await kubin(["import", "--resume"])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/No import was stopped/),
    });
  });

  test("the source changed", async () => {
    const copy = join(world.folder, "copy.json");
    await writeFile(copy, wideList());
    await killed(await stuckAfter(2, ["import", copy]));
    await appendFile(copy, " ");
    const refused = await kubin(["import", "--resume", copy]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/copy.json has changed since.*Start anew: kubin import \S+copy.json/s);
    expect(await kubin(["import", "--resume", bundle])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/No stopped import of .*Known are:\s+\S+copy.json/s),
    });
    expect(await kubin(["import", "--resume", "--discard", copy])).toMatchObject({ code: 0 });
  });

  test("a folder in which a file changed", async () => {
    const folder = join(world.folder, "must-gather");
    await writeSmallBundle(folder);
    await killed(await stuckAfter(1, ["import", folder]));
    await writeFile(join(folder, "version"), "must-gather\n4.16.1");
    expect((await kubin(["import", "--resume"])).stderr).toMatch(/must-gather has changed since/);
    expect(await kubin(["import", "--resume", "--discard"])).toMatchObject({ code: 0 });
  });

  test("the server ended it meanwhile", async () => {
    await killed(await stuckAfter(2, ["import", bundle]));
    const [file = ""] = await listed("uploads");
    const { ticket } = JSON.parse(await readFile(join(inState("uploads"), file), "utf8"));
    const client = createClient({ server: world.server.url, ticket: ticket.ticket });
    await client.upload.abort.mutate({ snapshotId: ticket.id, reason: "out of patience" });
    const refused = await kubin(["import", "--resume"]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/cannot go on.*FAILED \(out of patience\).*Import it anew: kubin import \S+/s);
    expect(await listed("uploads")).toEqual([]);
  });

  test("the server settled it meanwhile, as after a long silence", async () => {
    const link = await killed(await stuckAfter(3, ["import", bundle]));
    const [file = ""] = await listed("uploads");
    const { ticket } = JSON.parse(await readFile(join(inState("uploads"), file), "utf8"));
    const client = createClient({ server: world.server.url, ticket: ticket.ticket });
    const facts = { layout: "must-gather", tool: "test" };
    const manifest = { version: 1, facts, truncated: true, parts: [], coverage: [], redactions: [] };
    await client.upload.complete.mutate({ snapshotId: ticket.id, manifest });
    const refused = await kubin(["import", "--resume"]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/cannot go on.*a partial snapshot:\s.*Import it anew: kubin import \S+wide/s);
    expect(refused.stderr).toContain(link);
    expect(await kubin(["import", "--resume"])).toMatchObject({ code: 2 });
  });

  test("an option that would change what is sent", async () => {
    await killed(await stuckAfter(2, ["import", bundle]));
    expect(await kubin(["import", "--resume", "--include-raw"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--include-raw can do nothing"),
    });
    expect(await kubin(["import", "--resume", "--discard"])).toMatchObject({ code: 0 });
  });
});

test("killed after the last step, before its answer: there is nothing more to send, and it says how it went", async () => {
  const running = await stuckAfter(all.parts - 1, ["import", bundle]);
  const [file = ""] = await listed("uploads");
  const note = await readFile(join(inState("uploads"), file));
  proxy.release();
  const { stdout, code } = await running.ended;
  expect(code).toBe(0);
  await writeFile(join(inState("uploads"), file), note);
  proxy.reset();
  const gone = await kubin(["import", "--resume", "--wait"]);
  expect(gone).toMatchObject({ code: 0, stdout, stderr: expect.stringContaining("Completed in") });
  expect(proxy.stored.parts).toBe(0);
  expect(await listed("uploads")).toEqual([]);
});

test("a store that refuses ends the upload: the server is told, and nothing is kept to go on with", async () => {
  proxy.refuse(413);
  const failed = await kubin(["import", bundle, "--output", "json"]);
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/takes no part of this size/) });
  expect(await snapshotOf(idOf(failed.stdout))).toMatchObject({
    state: "FAILED",
    failure: expect.stringMatching(/of this size/),
  });
  expect(await listed("uploads")).toEqual([]);
});

test("several stopped ones: the newest goes on, the others are named", async () => {
  const folder = join(world.folder, "second");
  await writeSmallBundle(folder);
  await killed(await stuckAfter(1, ["import", bundle]));
  const link = await killed(await stuckAfter(1, ["import", folder]));
  const gone = await kubin(["import", "--resume"]);
  expect(gone).toMatchObject({ code: 0, stdout: `${link}\n` });
  expect(gone.stderr).toMatch(/Taking the newest, \S+second\. Unfinished too:\s+\S+wide/);
  expect(await kubin(["import", "--resume", "--discard"])).toMatchObject({ code: 0 });
});

test("kill -9 in mid-file: --resume sends the pieces that are missing of a file too large for one PUT", async () => {
  const large = join(world.folder, "large");
  await writeSmallBundle(large);
  await writeFile(join(large, "core"), randomBytes(3 * 16 * 1024 * 1024));
  const args = ["import", large, "--include-raw", "--parallel", "1"];
  const whole = await kubin([...args, "--wait"]);
  expect(whole).toMatchObject({ code: 0 });
  const { parts } = proxy.stored;
  // Last come the four pieces of the file; two of them get there.
  const link = await killed(await stuckAfter(parts - 2, args));
  const gone = await kubin(["import", "--resume", "--wait"]);
  expect(gone).toMatchObject({ code: 0, stdout: `${link}\n` });
  expect(proxy.stored.parts).toBe(2);
});
