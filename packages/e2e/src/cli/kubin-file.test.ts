import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentOf } from "../testbed/content-of.ts";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { openPutProxy, type PutProxy } from "./put-proxy.ts";
import { writeWideBundle } from "./wide-bundle.ts";

let world: CliWorld;
let proxy: PutProxy;
let truth: Awaited<ReturnType<typeof contentOf>>;
let bundle = "";
let keys = "";
let recipient = "";
const at = (name: string) => join(world.folder, name);
const kubin = (args: string[]) => world.kubin(args, { env: { KUBIN_SERVER: proxy.url } });
const idOf = (stdout: string) => JSON.parse(stdout.split("\n")[0] ?? "").id as string;
const snapshots = async () => (await createClient({ server: world.server.url }).metadata.list.query({})).items;

beforeAll(async () => {
  proxy = await openPutProxy(() => world.server.url);
  world = await openCliWorld(proxy.url);
  bundle = at("wide");
  await writeWideBundle(bundle);
  const direct = await kubin(["import", bundle, "--wait", "--output", "json"]);
  truth = await contentOf(world.server.url, idOf(direct.stdout));
  const identity = await generateIdentity();
  recipient = await identityToRecipient(identity);
  keys = at("keys.txt");
  await writeFile(keys, `# created: today\n${identity}\n`);
});
afterAll(async () => {
  await proxy?.[Symbol.asyncDispose]();
  await world?.[Symbol.asyncDispose]();
});

test("a file instead of a link: no server is asked; sent later, it is the same snapshot", async () => {
  const before = (await snapshots()).length;
  const written = await world.kubin(
    ["import", bundle, "--to-file", at("a.kubin"), "--output", "json", "--expires", "3d"],
    {
      env: { KUBIN_SERVER: "" },
    },
  );
  expect(written).toMatchObject({ code: 0 });
  const bytes = await readFile(at("a.kubin"));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(JSON.parse(written.stdout)).toMatchObject({
    path: at("a.kubin"),
    bytes: bytes.length,
    sha256,
    partial: false,
  });
  expect((await stat(at("a.kubin"))).mode & 0o777).toBe(0o600);
  expect(await snapshots()).toHaveLength(before);

  const sent = await kubin(["import", at("a.kubin"), "--wait", "--output", "json"]);
  expect(sent).toMatchObject({ code: 0 });
  const [first, last] = sent.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(last).toMatchObject({ id: first.id, url: first.url, name: "wide", layout: "must-gather", state: "COMPLETED" });
  expect(Math.round((Date.parse(last.expiresAt) - Date.parse(last.createdAt)) / 86_400_000)).toBe(3);
  expect(await contentOf(world.server.url, first.id)).toEqual(truth);
});

test("never over a file that is there, but with --force", async () => {
  await writeFile(at("taken.kubin"), "mine");
  const refused = await kubin(["import", bundle, "--to-file", at("taken.kubin")]);
  expect(refused).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/is there already.*--force/s) });
  expect(await readFile(at("taken.kubin"), "utf8")).toBe("mine");
  expect(await kubin(["import", bundle, "--to-file", at("taken.kubin"), "--force"])).toMatchObject({ code: 0 });
  expect((await readFile(at("taken.kubin"))).length).toBeGreaterThan(10_000);
  expect((await readdir(world.folder)).filter((name) => name.startsWith("."))).toEqual([]);
});

test("to stdout it is the file and nothing else", async () => {
  const { code, stdout, stderr } = await kubin(["import", bundle, "--to-file", "-"]);
  expect(code).toBe(0);
  expect(stdout.startsWith("begin.json\0")).toBe(true);
  expect(stderr).toMatch(/sha256:[0-9a-f]{64}/);
});

test("encrypted to a recipient: sent with its identity, and with no other", async () => {
  const file = at("sealed.kubin");
  expect(await kubin(["import", bundle, "--to-file", file, "--encrypt-to", recipient])).toMatchObject({ code: 0 });
  const bytes = await readFile(file);
  expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
  expect(bytes.includes("begin.json")).toBe(false);
  expect(await kubin(["import", file])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/encrypted.*--identity/s),
  });
  await writeFile(at("others.txt"), await generateIdentity());
  expect(await kubin(["import", file, "--identity", at("others.txt")])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/do not open this file/),
  });
  const sent = await kubin(["import", file, "--identity", keys, "--wait", "--output", "json"]);
  expect(sent).toMatchObject({ code: 0 });
  expect(await contentOf(world.server.url, idOf(sent.stdout))).toEqual(truth);
});

test("recipients come from a file too; what is none is told without a word of a secret key", async () => {
  await writeFile(at("team.txt"), `# the team\n${recipient}\n`);
  const many = ["import", bundle, "--to-file", at("team.kubin"), "--encrypt-to", `@${at("team.txt")}`];
  expect(await kubin(many)).toMatchObject({ code: 0 });
  const secret = (await readFile(keys, "utf8")).split("\n")[1] ?? "";
  const wrong = await kubin(["import", bundle, "--to-file", at("wrong.kubin"), "--encrypt-to", secret]);
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("age1…") });
  expect(wrong.stderr).not.toContain(secret.slice(0, 25));
  expect(await readdir(world.folder)).not.toContain("wrong.kubin");
});

test("a damaged or cut file is refused before the server hears of it", async () => {
  const before = (await snapshots()).length;
  await kubin(["import", bundle, "--to-file", at("whole.kubin"), "--force"]);
  const whole = await readFile(at("whole.kubin"));
  const changed = Buffer.from(whole);
  changed[5_000] = (changed[5_000] ?? 0) ^ 1;
  for (const bytes of [changed, whole.subarray(0, 9_000), whole.subarray(0, whole.length - 1)]) {
    await writeFile(at("broken.kubin"), bytes);
    expect(await kubin(["import", at("broken.kubin")])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/kubin file is damaged or was changed/),
    });
  }
  expect(await snapshots()).toHaveLength(before);
});

test("kill -9 while a file is sent: --resume sends the rest of it", async () => {
  await kubin(["import", bundle, "--to-file", at("later.kubin"), "--encrypt-to", recipient]);
  proxy.reset();
  proxy.holdAfter(6);
  const running = world.start(["import", at("later.kubin"), "--identity", keys], { env: { KUBIN_SERVER: proxy.url } });
  await expect.poll(() => proxy.held(), { timeout: 60_000 }).toBeGreaterThan(0);
  await expect.poll(() => proxy.stored.parts, { timeout: 10_000 }).toBe(6);
  running.child.kill("SIGKILL");
  const { stdout } = await running.ended;
  proxy.reset();
  const gone = await kubin(["import", "--resume", "--wait", "--output", "json"]);
  expect(gone).toMatchObject({ code: 0, stderr: expect.stringContaining("6 were there already") });
  expect(JSON.parse(gone.stdout.split("\n")[0] ?? "").url).toBe(stdout.trimEnd());
  expect(await contentOf(world.server.url, idOf(gone.stdout))).toEqual(truth);
});

test("options that decide how a bundle is packed can do nothing with a file", async () => {
  await kubin(["import", bundle, "--to-file", at("packed.kubin"), "--force"]);
  for (const option of ["--redact-names", "--include-raw", "--review", "--dry-run"]) {
    const refused = await kubin(["import", at("packed.kubin"), option]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
  }
  expect(await kubin(["import", bundle, "--encrypt-to", recipient])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/--encrypt-to belongs to --to-file/),
  });
});
