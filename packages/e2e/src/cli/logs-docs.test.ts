import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../testbed/processes.ts";
import type { CliWorld } from "./cli-world.ts";
import { type LogsWorld, openLogsWorld } from "./logs-world.ts";

let world: CliWorld;
let env: LogsWorld["env"];

beforeAll(async () => {
  ({ world, env } = await openLogsWorld());
});
afterAll(() => world?.[Symbol.asyncDispose]());

const text = await readFile(join(root, "docs/logs-cli.md"), "utf8");
const commands = [...text.matchAll(/^kubin .*$/gm)].map(([line]) => line);

test("the document has commands", () => expect(commands.length).toBeGreaterThan(15));

test.each(commands)("%s", async (command) => {
  const script = `kubin() { '${process.execPath}' '${world.program}' "$@"; }\n${command}\n`;
  const all = { PATH: process.env.PATH ?? "", ...world.env, ...env };
  const ended = await promisify(execFile)("sh", ["-ec", script], { cwd: world.folder, env: all });
  const file = / > (\S+)/.exec(command)?.[1];
  const said = file === undefined ? ended.stdout : await readFile(join(world.folder, file), "utf8");
  expect(said).not.toBe("");
});
