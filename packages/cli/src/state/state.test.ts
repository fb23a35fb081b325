import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFakeIo } from "../fixtures/fake-io.ts";
import { readState } from "./read-state.ts";
import type { Remembered } from "./state.ts";
import { forget, rememberMade, rememberUse } from "./write-state.ts";

let folder = "";
let fake: ReturnType<typeof openFakeIo>;
const io = () => fake.io;

const one = (id: string): Remembered => ({
  server: "http://s",
  id,
  name: id,
  link: `http://s/s/${id}`,
  at: "2026-01-01T00:00:00Z",
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-test-"));
  fake = openFakeIo({ XDG_STATE_HOME: folder });
});
afterEach(() => rm(folder, { recursive: true }));

test("remembers the newest first, once each, readable by the owner alone", async () => {
  for (const id of ["a", "b", "a"]) await rememberMade(io(), one(id));
  expect((await readState(io())).made.map(({ id }) => id)).toEqual(["a", "b"]);
  const file = await stat(join(folder, "kubin", "state.json"));
  expect(file.mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "kubin"))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(folder, "kubin"))).toEqual(["state.json"]);
});

test("use and forget", async () => {
  await rememberMade(io(), one("a"));
  await rememberUse(io(), one("b"));
  expect((await readState(io())).use?.id).toBe("b");
  await forget(io(), "b");
  expect(await readState(io())).toMatchObject({ made: [{ id: "a" }] });
  expect((await readState(io())).use).toBeUndefined();
});

test("a damaged file is told and counts as empty", async () => {
  await rememberMade(io(), one("a"));
  await writeFile(join(folder, "kubin", "state.json"), "{");
  expect((await readState(io())).made).toEqual([]);
  expect(fake.told()).toMatch(/cannot be read and is ignored/);
  await rememberMade(io(), one("b"));
  expect(JSON.parse(await readFile(join(folder, "kubin", "state.json"), "utf8"))).toMatchObject({
    made: [{ id: "b" }],
  });
});
