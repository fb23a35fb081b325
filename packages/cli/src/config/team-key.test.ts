import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTeamKey } from "./team-key.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-key-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function keyFile(text: string, mode = 0o600): Promise<string> {
  const path = join(folder, randomBytes(6).toString("hex"));
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
}

const bytes = randomBytes(32);

test.each([
  ["base64 with its end of line", `${bytes.toString("base64")}\n`],
  ["hex", bytes.toString("hex")],
  ["base64url", bytes.toString("base64url")],
])("%s", async (_, text) => {
  expect(Buffer.from(await readTeamKey(await keyFile(text)))).toEqual(bytes);
});

test("a group may share it, others may not", async () => {
  expect(await readTeamKey(await keyFile(bytes.toString("hex"), 0o640))).toHaveLength(32);
  for (const mode of [0o644, 0o602])
    await expect(readTeamKey(await keyFile(bytes.toString("hex"), mode))).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringMatching(/every user.*chmod 600/s),
    });
});

test.each([
  ["too short", bytes.subarray(0, 31).toString("base64")],
  ["nothing", ""],
  ["words", "our secret passphrase, which nobody should use"],
  ["a large file", "a".repeat(100_000)],
])("%s is no key, and how to make one is told", async (_, text) => {
  const error = await readTeamKey(await keyFile(text)).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("openssl rand -base64 32") });
  if (text !== "") expect(String(error)).not.toContain(text);
});

test("a file that is not there", async () => {
  await expect(readTeamKey(join(folder, "none"))).rejects.toMatchObject({ message: expect.stringContaining("ENOENT") });
});
