import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../testbed/processes.ts";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { writeLogsBundle } from "./logs-bundle.ts";

let world: CliWorld;
let snapshot: string;

beforeAll(async () => {
  world = await openCliWorld();
  const bundle = join(world.folder, "must-gather");
  await writeLogsBundle(bundle);
  const made = await world.kubin(["import", bundle, "--wait", "--name", "logs"]);
  expect(made).toMatchObject({ code: 0 });
  snapshot = made.stdout.trimEnd();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const text = await readFile(join(root, "docs/logs-cli.md"), "utf8");
const commands = [...text.matchAll(/^kubin .*$/gm)].map(([line]) => line);

test("the document has commands", () => expect(commands.length).toBeGreaterThan(15));

test.each(commands)("%s", async (command) => {
  const script = `kubin() { '${process.execPath}' '${world.program}' "$@"; }\n${command}\n`;
  const env = { PATH: process.env.PATH ?? "", ...world.env, KUBIN_SNAPSHOT: snapshot };
  const ended = await promisify(execFile)("sh", ["-ec", script], { cwd: world.folder, env });
  const file = / > (\S+)/.exec(command)?.[1];
  const said = file === undefined ? ended.stdout : await readFile(join(world.folder, file), "utf8");
  expect(said).not.toBe("");
});
