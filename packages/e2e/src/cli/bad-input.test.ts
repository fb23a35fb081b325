import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { createClient } from "@kubin/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CliWorld, openCliWorld } from "./cli-world.ts";

let world: CliWorld;
beforeAll(async () => {
  world = await openCliWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const snapshots = async () => (await createClient({ server: world.server.url }).metadata.list.query({})).items;
const sample = new URL("../../../../samples/must-gather-aws.tar.gz", import.meta.url);

/** One sentence begins with "error:", the rest is indented, no stack and nothing a terminal obeys. */
const clear = /^error: .+\n(?: {2}.+\n)*$/;

describe("what is no bundle fails before the server hears of it", () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, ...Array(2000).fill(7)]);
  test.each([
    ["photo.jpg", jpeg, /photo\.jpg .*JPEG.*must-gather/s],
    ["empty.tar.gz", Buffer.alloc(0), /empty/],
    ["notes.txt", Buffer.from("buy milk\n"), /notes\.txt/],
    ["rows.json", Buffer.from('{"rows": [1, 2, 3]}'), /rows\.json/],
    ["short.tar.gz", Buffer.from([0x1f, 0x8b, 8, 0, 0]), /short\.tar\.gz/],
  ])("%s", async (name, bytes, words) => {
    await writeFile(join(world.folder, name), bytes);
    const ended = await world.kubin(["import", join(world.folder, name)]);
    expect(ended).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(words) });
    expect(ended.stderr).toMatch(clear);
    expect(await snapshots()).toEqual([]);
  });

  test("an empty folder, a path that is not there, an empty stdin", async () => {
    await mkdir(join(world.folder, "nothing"));
    expect(await world.kubin(["import", join(world.folder, "nothing")])).toMatchObject({ code: 2, stdout: "" });
    const missing = await world.kubin(["import", "/no/such/file.tar.gz"]);
    expect(missing).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("/no/such/file.tar.gz") });
    expect(missing.stderr).toMatch(clear);
    expect(await world.kubin(["import", "-"])).toMatchObject({ code: 2, stdout: "" });
    expect(await snapshots()).toEqual([]);
    expect(await readdir(world.temporary)).toEqual([]);
  });
});

test("a truncated archive: what was there is readable, and what is missing is said", async () => {
  const whole = await readFile(sample);
  const cut = join(world.folder, "cut.tar.gz");
  await writeFile(cut, whole.subarray(0, Math.floor(whole.length / 3)));
  const { code, stdout, stderr } = await world.kubin(["import", cut, "--wait", "--output", "json"]);
  const result = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  expect(result).toMatchObject({ state: "COMPLETED", partial: true, counts: { objects: expect.any(Number) } });
  expect(result.gaps).toBeGreaterThan(0);
  expect(code).toBe(3);
  expect(stderr).toMatch(/Not got .*cut/);
});

test("a server that is not there", async () => {
  const port = await freePort();
  const server = `http://127.0.0.1:${port}`;
  for (const args of [["list"], ["import", sample.pathname], ["status", "prod"]]) {
    const ended = await world.kubin([...args, "--server", server]);
    expect(ended).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(server) });
    expect(ended.stderr).toMatch(clear);
    expect(ended.stderr).toContain("KUBIN_SERVER");
  }
});

test("something else at that address", async () => {
  const { createServer: serveHttp } = await import("node:http");
  const other = serveHttp((_, response) => response.writeHead(404).end("<html>nginx</html>"));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const ended = await world.kubin(["list", "--server", `http://127.0.0.1:${port}`]);
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining("not as a Kubin server does") });
  other.close();
});

describe("command lines", () => {
  test.each([
    [[], 2, /Which command\?/],
    [["improt", "x"], 2, /Did you mean import\?/],
    [["list", "--lmit", "3"], 2, /no option --lmit.*Did you mean --limit\?/s],
    [["status", "a", "b"], 2, /one argument too many/],
    [["import"], 2, /What shall be imported/],
    [["import", "x", "--expires", "soon"], 2, /1d to 365d/],
    [["list", "--limit", "0"], 2, /--limit takes/],
    [["list", "--limit", "many"], 2, /--limit takes/],
    [["list", "--output", "xml"], 2, /json, yaml, table/],
    [["list", "--server", "not an address"], 2, /not the address of a server/],
    [["search", "x", "--order", "sideways"], 2, /order/i],
    [["status", "ftp://somewhere/s/1"], 2, /no link of Kubin/],
    [["status", "0192f0c1-2345-7abc-8def-0123456789ab"], 1, /error: /],
    [["get", "pods", "--snapshot", "http://127.0.0.1:1/s/3fZq9m2RkT7vYwB1cLx8Pd"], 1, /Cannot reach/],
  ])("%j → %i", async (args, code, words) => {
    const env = args.some((arg) => arg.includes("127.0.0.1:1/")) ? { KUBIN_SERVER: "" } : {};
    const ended = await world.kubin(args, { env });
    expect(ended).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(words) });
    expect(ended.stderr).toMatch(clear);
  });

  test("a link that is wrong, or over", async () => {
    const ended = await world.kubin(["status", `${world.server.url}/s/3fZq9m2RkT7vYwB1cLx8Pd`]);
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(clear);
  });

  test("--help of every command has examples and costs nothing", async () => {
    const main = await world.kubin(["--help"]);
    expect(main).toMatchObject({ code: 0, stderr: "" });
    const names = [...main.stdout.matchAll(/^ {2}kubin (\w+)/gm)].map((found) => found[1] ?? "");
    expect(names).toEqual(expect.arrayContaining(["import", "get", "logs", "search", "completion", "version"]));
    const helps = await Promise.all(
      names.filter((name) => name !== "completion").map((name) => world.kubin([name, "--help"])),
    );
    for (const help of helps) expect(help.stdout).toMatch(/Examples:\n {2}# .*\n {2}kub/);
  });

  test("the state of another user, damaged, does not stop the program", async () => {
    const env = { XDG_STATE_HOME: join(world.folder, "damaged") };
    await mkdir(join(world.folder, "damaged", "kubin"), { recursive: true });
    await writeFile(join(world.folder, "damaged", "kubin", "state.json"), "{");
    expect(await world.kubin(["status"], { env })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("ignored"),
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 1) : 1;
}
