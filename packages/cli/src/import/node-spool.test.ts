import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nodeSpool } from "./node-spool.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-test-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("what was appended is read back, from any place", async () => {
  const file = await nodeSpool({ folder, platform: "linux" }).create();
  const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
  await file.append(bytes.subarray(0, 100_000));
  await file.append(bytes.subarray(100_000));
  expect(await file.read(99_990, 100_010)).toEqual(bytes.slice(99_990, 100_010));
  expect((await file.read(299_990, 400_000)).length).toBe(10);
  const digest = createHash("sha256").update(bytes.subarray(99_990, 250_000)).digest("hex");
  expect(await file.digest(99_990, 250_000)).toBe(digest);
  await file.close();
});

test("no name is left that another program, or a kill, could find", async () => {
  const file = await nodeSpool({ folder, platform: "linux" }).create();
  await file.append(new Uint8Array(10));
  expect(await readdir(folder)).toEqual([]);
  await file.close();
});

test("where an open file cannot be unlinked, closing removes it", async () => {
  const file = await nodeSpool({ folder, platform: "win32" }).create();
  expect(await readdir(folder)).toHaveLength(1);
  await file.close();
  expect(await readdir(folder)).toEqual([]);
});
