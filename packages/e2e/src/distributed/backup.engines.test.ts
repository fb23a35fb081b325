import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { buildPackages } from "../testbed/build-packages.ts";
import { contentOf } from "../testbed/content-of.ts";
import { importBundle } from "../testbed/import-bundle.ts";
import { root, sample, spawnCommand } from "../testbed/processes.ts";
import { newInstallation } from "./new-installation.ts";
import { spawnOneProcess } from "./one-process.ts";

const engines = inject("engines");
let folder = "";
beforeAll(async () => {
  await buildPackages("@kubin/cli");
  folder = await mkdtemp(join(tmpdir(), "kubin-backup-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The commands of the first block below a heading of docs/operations.md. */
async function documented(heading: string): Promise<string> {
  const text = await readFile(join(root, "docs/operations.md"), "utf8");
  const [, below = ""] = text.split(`\n### ${heading}\n`);
  const [, commands] = /```sh\n(.*?)```/s.exec(below) ?? [];
  if (!commands) throw new Error(`docs/operations.md has no commands below "${heading}".`);
  return commands;
}

/** Runs documented commands as they stand, where a reader would: in the clone, with the settings in the environment. */
async function follow(heading: string, env: Readonly<Record<string, string>>): Promise<void> {
  const commands = await documented(heading);
  const shell = spawnCommand("bash", ["-euo", "pipefail", "-c", commands], { ...env, BACKUP: folder });
  expect(await shell.ended, `${shell.stdout()}${shell.stderr()}`).toBe(0);
}

it("what was backed up as documented and restored into empty databases is the same snapshot", async () => {
  await using before = await newInstallation(engines);
  const { id, content } = await withServer(before.env, async (url) => {
    const id = await importBundle(url, sample);
    return { id, content: await contentOf(url, id) };
  });
  await follow("Backup", before.env);
  await using after = await newInstallation(engines, { bucket: before.env.S3_BUCKET });
  await follow("Restore", after.env);
  expect(await withServer(after.env, (url) => contentOf(url, id))).toEqual(content);
});

async function withServer<T>(env: Readonly<Record<string, string>>, work: (url: string) => Promise<T>): Promise<T> {
  await using server = await spawnOneProcess(env);
  return await work(server.url);
}
