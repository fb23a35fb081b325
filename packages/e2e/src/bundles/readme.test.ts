import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type CliWorld, openCliWorld } from "../cli/cli-world.ts";
import { root } from "../testbed/processes.ts";

const Samples = z.array(z.object({ name: z.string(), file: z.string() }));

let world: CliWorld;
beforeAll(async () => {
  world = await openCliWorld();
  for (const { name, file } of Samples.parse(JSON.parse(await readText("samples/demo.json")))) {
    expect(await world.kubin(["import", join(root, file), "--name", name, "--wait"])).toMatchObject({ code: 0 });
  }
});
afterAll(() => world?.[Symbol.asyncDispose]());

const readText = (file: string) => readFile(join(root, file), "utf8");

test("each command that README gives after the demo finds something", async () => {
  const [, section = ""] = (await readText("README.md")).split(/^## .*$/m);
  const commands = [...section.matchAll(/^npx kubin (.*?)(?: +#.*)?$/gm)].map(([, words = ""]) => words);
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) {
    const words = [...command.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
    const { code, stdout, stderr } = await world.kubin(words);
    expect({ command, code, stderr }).toMatchObject({ code: 0 });
    expect({ command, found: stdout.trim() !== "" }).toEqual({ command, found: true });
  }
});

test("the samples of the demo are told apart by their names", async () => {
  const { stdout } = await world.kubin(["list"]);
  expect(stdout).toMatch(/^must-gather-aws .*\nlab-cluster /m);
});
