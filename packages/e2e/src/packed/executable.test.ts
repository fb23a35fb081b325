import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

// The single-file executable, alone in a folder and with nothing in its environment.
const exec = promisify(execFile);
const root = new URL("../../../..", import.meta.url).pathname;
const sample = join(root, "samples", "bundles", "analyze-files.tar.xz");
let folder = "";
let kubin = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-executable-"));
  kubin = join(folder, "kubin");
  await exec("npm", ["run", "executable", "--silent"], { cwd: root });
  await copyFile(join(root, "packages", "cli", "dist-executable", "kubin"), kubin);
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs it with an environment of `env` alone: there is no PATH. */
function run(args: string[], opts: { program?: string; env?: Record<string, string> } = {}): Promise<Ended> {
  const { program = kubin, env = {} } = opts;
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd: folder, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

test("version and help need nothing, and nothing is warned of", async () => {
  const version = await run(["--version"]);
  expect(version).toEqual({ code: 0, stdout: expect.stringMatching(/^kubin \d+\.\d+\.\d+\n$/), stderr: "" });
  const help = await run(["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toMatch(/^kubin <command>/);
  expect(help.stdout).toContain("kubin import");
});

test("jq works: its WebAssembly is inside", async () => {
  const { code, stdout, stderr } = await run(["version", "--jq", ".version | length > 3"]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "true\n", stderr: "" });
});

test("reads an xz bundle: so is that of xz", async () => {
  const { code, stdout } = await run(["import", sample, "--dry-run", "--output", "json"], { env: { HOME: folder } });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ layout: "troubleshoot", objects: 44 });
});

test("loads the Kubernetes client, and says what does not answer without a warning of Node", async () => {
  const kubeconfig = join(folder, "kubeconfig");
  const cluster = { name: "nowhere", cluster: { server: "http://127.0.0.1:1" } };
  const context = { name: "nowhere", context: { cluster: "nowhere", user: "nobody" } };
  const config = { clusters: [cluster], contexts: [context], users: [{ name: "nobody", user: {} }] };
  await writeFile(kubeconfig, JSON.stringify({ ...config, "current-context": "nowhere" }));
  const args = ["rbac", "--from-cluster", "--kubeconfig", kubeconfig];
  const { code, stderr } = await run(args, { env: { HOME: folder } });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: .*cannot be reached/);
  expect(stderr).not.toContain("Warning");
});

test("is a plugin of kubectl by another name", async () => {
  const plugin = join(folder, "kubectl-kubin");
  await symlink(kubin, plugin);
  const { code, stdout } = await run(["create", "--help"], { program: plugin });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^kubin create\n/);
  await rm(plugin);
});

test("is one file, of a size that one downloads", async () => {
  const { size } = await stat(kubin);
  console.log(`the executable has ${(size / 1e6).toFixed(1)} MB`);
  expect(size).toBeLessThan(125_000_000);
  expect((await readdir(join(root, "packages", "cli", "dist-executable"))).sort()).toEqual(["kubin"]);
});
