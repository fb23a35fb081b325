import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestHome, type TestHome } from "../fixtures/fake-terminal.ts";

let home: TestHome;
beforeEach(async () => {
  home = await openTestHome();
});
afterEach(() => home[Symbol.asyncDispose]());

async function file(name: string, text: string): Promise<string> {
  const path = join(home.path, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

interface Told {
  name: string;
  value: unknown;
  origin: string;
}

async function view(more: { env?: Record<string, string> } = {}): Promise<Map<string, Told>> {
  const { code, stdout, stderr } = await home.kubin(["config", "view", "--origin", "--output", "json"], more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const told: Told[] = JSON.parse(stdout);
  return new Map(told.map((one) => [one.name, one]));
}

test("each setting comes from the nearest place that says it, and that place is told", async () => {
  const user = await file(
    ".config/kubin/config.yaml",
    "server: http://127.0.0.1:1\ncreate: {since: 3h, tail: 5, preset: minimal}\n",
  );
  const project = await file(".kubin.yaml", "create:\n  since: 2h\n  exclude-namespace: [kube-system, other]\n");
  const all = await view({ env: { KUBIN_CREATE_MAX_LOG_BYTES: "2M", KUBIN_CREATE_LOGS: "false" } });
  const tell = (name: string) => [all.get(name)?.value, all.get(name)?.origin];
  expect(tell("server")).toEqual(["http://127.0.0.1:1", user]);
  expect(tell("create.since")).toEqual(["2h", project]);
  expect(tell("create.exclude-namespace")).toEqual([["kube-system", "other"], project]);
  expect(tell("create.tail")).toEqual([5, user]);
  expect(tell("create.max-log-bytes")).toEqual(["2M", "environment KUBIN_CREATE_MAX_LOG_BYTES"]);
  expect(tell("create.logs")).toEqual([false, "environment KUBIN_CREATE_LOGS"]);
  expect(tell("create.time-limit")).toEqual(["1m", "preset minimal"]);
  expect(tell("create.expires")).toEqual(["7d", "default"]);
});

test("what is wrong is told with its place, before the cluster is asked", async () => {
  const create = (env: Record<string, string> = {}) => home.kubin(["create", "--to-file", "x.kubin"], { env });
  const unknown = await create({ KUBIN_CREATE_SINSE: "2h" });
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/KUBIN_CREATE_SINSE is no setting.*KUBIN_CREATE_SINCE/s),
  });
  const wrong = await create({ KUBIN_CREATE_LOGS: "maybe" });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("KUBIN_CREATE_LOGS:") });
  await file(".kubin.yaml", "create:\n  sinse: 2h\n");
  expect(await create()).toMatchObject({ code: 2, stderr: expect.stringMatching(/\.kubin\.yaml:2 create\.sinse/) });
});

test("without a kubeconfig it says where it looked", async () => {
  const { code, stderr } = await home.kubin(["create", "--to-file", "x.kubin"]);
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no kubeconfig.*KUBECONFIG.*no pod/s),
  });
  const named = await home.kubin(["create", "--kubeconfig", "nowhere", "--to-file", "x.kubin"]);
  expect(named).toMatchObject({ code: 2, stderr: expect.stringContaining("there is no file") });
});

test("a context that is not there is told with those that are; tokens of a broken file are not", async () => {
  const secret = ["eyJ", "token", "value"].join("");
  const contexts = "contexts: [{name: blue, context: {cluster: c, user: u}}]\ncurrent-context: blue\n";
  const clusters = "clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]\n";
  const path = await file("kubeconfig", `${clusters}users: [{name: u, user: {token: ${secret}}}]\n${contexts}`);
  const run = (args: string[]) => home.kubin(["create", "--to-file", "x.kubin", "--kubeconfig", path, ...args]);
  expect(await run(["--context", "green"])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no context green.*blue/s),
  });
  await file("kubeconfig", `users: [{name: u, user: {token: ${secret}}`);
  const broken = await run([]);
  expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining("is no kubeconfig that can be read") });
  expect(broken.stderr).not.toContain(secret);
});
