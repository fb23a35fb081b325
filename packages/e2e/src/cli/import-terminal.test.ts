import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { ptyKubin } from "./pty-kubin.ts";
import { writeSmallBundle } from "./small-bundle.ts";

// The program as a person meets it: on a terminal, with no server named.
let world: CliWorld;
let bundle = "";
const unnamed = { KUBIN_SERVER: "" };

beforeAll(async () => {
  world = await openCliWorld();
  bundle = join(world.folder, "must-gather");
  await writeSmallBundle(bundle);
});
afterAll(() => world?.[Symbol.asyncDispose]());

const snapshots = async () => (await createClient({ server: world.server.url }).metadata.list.query({})).items;

test("the first import asks for the server, and later commands know it", async () => {
  const { code, screen } = await ptyKubin({
    world,
    env: unnamed,
    args: ["import", bundle],
    answers: [
      ["Which Kubin server?", `${world.server.url}/\r`],
      ["[y/N]", "y\r"],
    ],
  });
  expect({ code, screen }).toMatchObject({ code: 0, screen: expect.stringContaining("Completed") });
  expect(screen).toContain(`answers at ${world.server.url}. Send snapshots there? [y/N]`);
  expect(await readFile(join(world.folder, ".config", "kubin", "config.yaml"), "utf8")).toContain(world.server.url);
  expect(await world.kubin(["list", "-q"], { env: unnamed })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("must-gather"),
  });
  // Known and used before: nothing is asked.
  const again = await world.kubin(["import", bundle, "-q"], { env: unnamed });
  expect(again).toMatchObject({ code: 0, stderr: "" });
});

test("--review: q sends nothing, and leaves nothing here", async () => {
  const before = (await snapshots()).length;
  const { code, screen } = await ptyKubin({
    world,
    args: ["import", bundle, "--review"],
    answers: [
      ["nothing is sent yet", "\t"],
      ["[To be sent", "\t"],
      ["[Stays home", "q"],
    ],
  });
  expect({ code, screen }).toMatchObject({ code: 130, screen: expect.stringContaining("Nothing was sent") });
  // Back from the alternate screen, with the cursor.
  expect(screen).toContain("\u001b[?25h\u001b[?1049l");
  expect(await snapshots()).toHaveLength(before);
  expect(await readdir(world.temporary)).toEqual([]);
});

test("--review: nothing was begun on the server before a was pressed", async () => {
  const before = (await snapshots()).length;
  const seen: number[] = [];
  const { code, screen } = await ptyKubin({
    world,
    args: ["import", bundle, "--review", "--name", "looked at"],
    answers: [["nothing is sent yet", "a"]],
    onAnswer: async () => {
      seen.push((await snapshots()).length);
    },
  });
  expect({ code, screen }).toMatchObject({ code: 0, screen: expect.stringContaining("Completed") });
  expect(seen).toEqual([before]);
  const [newest] = await snapshots();
  expect(newest).toMatchObject({ name: "looked at", state: "COMPLETED" });
  // What was looked at is what was sent: the same as without a review.
  const plain = await world.kubin(["import", bundle, "--wait", "--output", "json"]);
  const { counts } = JSON.parse(plain.stdout.trimEnd().split("\n").at(-1) ?? "");
  expect(newest?.counts).toEqual(counts);
});

test("Ctrl-C at a question and in the review", async () => {
  const before = (await snapshots()).length;
  for (const args of [["--keep-secrets"], ["--review"]]) {
    const { code, screen } = await ptyKubin({
      world,
      args: ["import", bundle, ...args],
      answers: [[args[0] === "--review" ? "nothing is sent yet" : "to go on:", "\u0003"]],
    });
    expect({ code, screen }).toMatchObject({ code: 130, screen: expect.stringContaining("Nothing was sent") });
  }
  expect(await snapshots()).toHaveLength(before);
});
