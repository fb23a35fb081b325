import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";
import { writeSmallBundle } from "./small-bundle.ts";

let world: CliWorld;
let bundle = "";

beforeAll(async () => {
  world = await openCliWorld();
  bundle = join(world.folder, "must-gather");
  await writeSmallBundle(bundle);
});
afterAll(() => world?.[Symbol.asyncDispose]());

const snapshots = async () => (await createClient({ server: world.server.url }).metadata.list.query({})).items;
const lastJson = (stdout: string) => JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");

test("no server is built in: without a terminal it has to be named", async () => {
  const env = { KUBIN_SERVER: "", XDG_STATE_HOME: join(world.folder, "other-state") };
  const ended = await world.kubin(["import", bundle], { env });
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toMatch(/^error: Which Kubin server\?\n.*--server https:.*KUBIN_SERVER=/s);
  const named = await world.kubin(["import", bundle, "-q", "--server", world.server.url], { env });
  expect(named).toMatchObject({ code: 0, stdout: expect.stringMatching(/^http/) });
  // The snapshot knows its server, so reading it needs no name.
  expect(await world.kubin(["get", "pods", "-A", "-q"], { env })).toMatchObject({ code: 0 });
  expect(await world.kubin(["list", "-q"], { env })).toMatchObject({ code: 0 });
});

test("--dry-run tells what an import then sends, sends nothing and leaves nothing here", async () => {
  const before = (await snapshots()).length;
  const dry = await world.kubin(["import", bundle, "--dry-run", "-q"], { env: { KUBIN_SERVER: "" } });
  expect(dry).toMatchObject({ code: 0, stderr: "" });
  const report = JSON.parse(dry.stdout);
  expect(await snapshots()).toHaveLength(before);
  expect(await readdir(world.temporary)).toEqual([]);
  const { counts } = lastJson((await world.kubin(["import", bundle, "--wait", "--output", "json"])).stdout);
  expect(report).toMatchObject({ objects: counts.objects, logLines: counts.logLines, layout: "must-gather" });
  expect(dry.stdout).not.toContain("aHVudGVyMi1zdXBlci1zZWNyZXQ=");
});

test("a file that is no text stays here and is counted; --include-raw sends it and says so", async () => {
  const raw = join(world.folder, "with-raw");
  await cp(bundle, raw, { recursive: true });
  await writeFile(join(raw, "core.dump"), Buffer.from([0, 1, 2, 255, 254, 0, 7]));
  const kept = await world.kubin(["import", raw, "--wait"]);
  expect(kept.stderr).toMatch(/Stayed here 1 file \(.*--include-raw/);
  const sent = await world.kubin(["import", raw, "--wait", "--include-raw"]);
  expect(sent.stderr).toMatch(/As it was {3}1 file/);
  expect(sent.stderr).not.toContain("Stayed here");
});

test("secrets are not kept by a script", async () => {
  const before = (await snapshots()).length;
  const ended = await world.kubin(["import", bundle, "--keep-secrets"]);
  expect(ended).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("no terminal") });
  expect(await snapshots()).toHaveLength(before);
});

describe("several bundles in one source", () => {
  let both = "";
  beforeAll(async () => {
    both = join(world.folder, "both");
    await cp(bundle, join(both, "a"), { recursive: true });
    const list = (items: object[]) => JSON.stringify({ kind: "List", items });
    const dump: Record<string, string> = {
      "nodes.json": list([{ metadata: { name: "node-9" } }]),
      "default/replication-controllers.json": list([]),
      "default/services.json": list([{ metadata: { name: "kubernetes", namespace: "default" } }]),
    };
    for (const [path, text] of Object.entries(dump)) {
      await mkdir(join(both, "b", path, ".."), { recursive: true });
      await writeFile(join(both, "b", path), text);
    }
  });

  test("are listed with both ways on", async () => {
    const before = (await snapshots()).length;
    const ended = await world.kubin(["import", both]);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/2 bundles.*must-gather in a\n.*cluster-info-dump in b\n.*--root FOLDER.*--split/s);
    expect(await snapshots()).toHaveLength(before);
  });

  test("--root takes one, --split a snapshot each, with names of their own", async () => {
    const one = await world.kubin(["import", both, "--root", "b", "--wait", "--output", "json"]);
    expect(lastJson(one.stdout)).toMatchObject({ name: "both", layout: "cluster-info-dump", state: "COMPLETED" });
    const split = await world.kubin(["import", both, "--split", "--wait"]);
    expect(split.stdout).toMatch(/^http\S+\nhttp\S+\n$/);
    const made = await world.kubin(["import", both, "--split", "--wait", "--output", "json"]);
    const results = made.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(
      results
        .map((result) => result.name)
        .filter(Boolean)
        .sort(),
    ).toEqual(["both a", "both b"]);
  });
});
