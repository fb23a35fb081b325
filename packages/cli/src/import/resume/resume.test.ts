import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { UploadTicket } from "@kubin/schema";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Io } from "../../io.ts";
import { fingerprint } from "./fingerprint.ts";
import { keepStdin } from "./kept-spool.ts";
import { noteOfSource } from "./note-of-source.ts";
import { pickUpload } from "./pick-upload.ts";
import { readNotes } from "./read-notes.ts";
import { resumeFolders } from "./resume-folders.ts";
import { sweepSpools } from "./sweep-spools.ts";
import type { UnfinishedUpload } from "./unfinished-upload.ts";
import { isResumable, newNote } from "./upload-note.ts";
import { writeNote } from "./write-note.ts";

let folder = "";
let said: PassThrough;
let left: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-test-"));
  said = new PassThrough();
  left = [];
});
afterEach(() => rm(folder, { recursive: true }));

function io(more: Partial<Io> = {}): Io {
  return {
    stdout: new PassThrough(),
    stderr: said,
    stdin: new PassThrough().end("a bundle"),
    env: { XDG_STATE_HOME: folder },
    platform: "linux",
    cwd: folder,
    terminal: { stdin: false, stdout: false, stderr: false },
    size: () => ({ columns: 80, rows: 24 }),
    signal: new AbortController().signal,
    onFirstStop: () => () => {},
    atExit: (work) => {
      left.push(work);
      return () => left.splice(left.indexOf(work), 1);
    },
    ...more,
  };
}

const ticket = (number: number): UploadTicket => ({
  id: `0192f0c1-2345-7abc-8def-00000000000${number}`,
  ticket: "t".repeat(22),
  url: `http://kubin.test/s/${"l".repeat(22)}`,
  state: "INITIATED",
  expiresAt: "2026-01-08T00:00:00Z",
});
const source = { path: "/data/bundle.tar", stdin: false, fingerprint: "0".repeat(64) };
const packing = { root: "", key: "a2V5", redactNames: false, keepSecrets: false, includeRaw: false };
const draft = { server: "http://kubin.test", name: "bundle", layout: "must-gather", packing };
const noteOf = (number: number, more: Partial<UnfinishedUpload> = {}): UnfinishedUpload => ({
  version: 1,
  kubin: "0.1.0",
  ...draft,
  ticket: ticket(number),
  source,
  startedAt: new Date(Date.now() - 1000 * (10 - number)).toISOString(),
  ...more,
});
const spools = () => readdir(resumeFolders(io()).spools).catch(() => []);
/** No process has this number: above what Linux gives. */
const nobody = 2 ** 30;

describe("notes", () => {
  test("are readable by their owner alone, newest first, and gone when dropped", async () => {
    const one = newNote({ io: io(), draft: { ...draft, source } });
    expect(one.kept()).toBe(false);
    await one.keep(ticket(1));
    await writeNote(io(), noteOf(2, { startedAt: "2020-01-01T00:00:00Z" }));
    const { uploads } = resumeFolders(io());
    expect((await stat(join(uploads, `${ticket(1).id}.json`))).mode & 0o777).toBe(0o600);
    expect((await stat(uploads)).mode & 0o777).toBe(0o700);
    expect((await readNotes(io())).map((note) => note.ticket.id)).toEqual([ticket(1).id, ticket(2).id]);
    await one.drop();
    expect(await readdir(uploads)).toEqual([`${ticket(2).id}.json`]);
  });

  test("one that cannot be read is none; one that cannot be written is told", async () => {
    const { uploads } = resumeFolders(io());
    await mkdir(uploads, { recursive: true });
    await writeFile(join(uploads, "x.json"), "{");
    expect(await readNotes(io())).toEqual([]);
    await writeFile(join(folder, "taken"), "");
    const note = newNote({ io: io({ env: { XDG_STATE_HOME: join(folder, "taken") } }), draft: { ...draft, source } });
    await note.keep(ticket(1));
    expect(note.kept()).toBe(false);
    expect(String(said.read())).toMatch(/could not be resumed/);
  });

  test("the newest of a source is meant, the others are named", async () => {
    await expect(pickUpload(io(), undefined)).rejects.toMatchObject({ code: "BAD_INPUT" });
    await writeNote(io(), noteOf(1));
    await writeNote(io(), noteOf(2, { source: { ...source, path: join(folder, "other") } }));
    await writeNote(io(), noteOf(3, { source: { ...source, path: "/spools/1-a", stdin: true }, name: "piped" }));
    expect((await pickUpload(io(), "/data/bundle.tar")).ticket.id).toBe(ticket(1).id);
    expect((await pickUpload(io(), "other")).ticket.id).toBe(ticket(2).id);
    expect((await pickUpload(io(), "-")).ticket.id).toBe(ticket(3).id);
    expect(said.read()).toBeNull();
    expect((await pickUpload(io(), undefined)).ticket.id).toBe(ticket(3).id);
    expect(String(said.read())).toMatch(/Taking the newest, - \(piped\).*other, begun.*bundle\.tar, begun/s);
    await expect(pickUpload(io(), "third")).rejects.toMatchObject({ message: expect.stringContaining("bundle.tar") });
  });
});

describe("the fingerprint of a source", () => {
  const path = () => join(folder, "source");
  const at = new Date("2026-01-01T00:00:00Z");

  test("of a file: its size, its time, its ends", async () => {
    const write = async (bytes: Buffer, time = at) => {
      await writeFile(path(), bytes);
      await utimes(path(), time, time);
      return fingerprint(path());
    };
    const bytes = Buffer.alloc(300_000, "x");
    const first = await write(bytes);
    expect(await write(Buffer.from(bytes))).toBe(first);
    expect(await write(bytes, new Date("2026-01-01T00:00:01Z"))).not.toBe(first);
    expect(await write(Buffer.alloc(300_001, "x"))).not.toBe(first);
    for (const place of [0, 65_535, 300_000 - 65_536, 299_999]) {
      const changed = Buffer.from(bytes);
      changed[place] = 1;
      expect(await write(changed)).not.toBe(first);
    }
  });

  test("of a folder: every name, size and time below it", async () => {
    const file = join(path(), "a", "b.log");
    await mkdir(join(path(), "a"), { recursive: true });
    await writeFile(file, "one");
    await utimes(file, at, at);
    const first = await fingerprint(path());
    expect(await fingerprint(path())).toBe(first);
    await utimes(file, at, new Date("2026-01-01T00:00:01Z"));
    expect(await fingerprint(path())).not.toBe(first);
    await utimes(file, at, at);
    expect(await fingerprint(path())).toBe(first);
    await mkdir(join(path(), "empty"));
    expect(await fingerprint(path())).not.toBe(first);
  });
});

describe("what came by stdin", () => {
  test("goes with the import, unless a note needs it", async () => {
    for (const needed of [false, true]) {
      const spool = await keepStdin(io());
      if (!spool) throw new Error("it could not be kept");
      expect((await stat(spool.path)).mode & 0o777).toBe(0o600);
      const note = (await noteOfSource({ io: io(), path: "-", spool }))?.(draft);
      if (needed) await note?.keep(ticket(1));
      // What ends the program at once leaves it only where a note needs it.
      for (const work of left) work();
      expect(await spools()).toHaveLength(needed ? 1 : 0);
      await spool[Symbol.asyncDispose]();
      expect(await spools()).toHaveLength(needed ? 1 : 0);
      await note?.drop();
      await sweepSpools(io());
      expect(await spools()).toEqual([]);
    }
  });

  test("stopped or empty, nothing of it stays", async () => {
    const stop = new AbortController();
    const stdin = new PassThrough();
    stdin.write("the beginning");
    const keeping = keepStdin(io({ stdin, signal: stop.signal }));
    stop.abort();
    await expect(keeping).rejects.toMatchObject({ code: "CANCELLED" });
    await expect(keepStdin(io({ stdin: new PassThrough().end() }))).rejects.toMatchObject({ code: "NOT_A_BUNDLE" });
    expect(await spools()).toEqual([]);
  });

  test("without a folder to keep it in, it is told and not kept", async () => {
    await writeFile(join(folder, "taken"), "");
    expect(await keepStdin(io({ env: { XDG_STATE_HOME: join(folder, "taken") } }))).toBeUndefined();
    expect(String(said.read())).toMatch(/could not be resumed/);
  });

  test("of imports that are gone it is swept: unneeded after an hour, needed after seven days", async () => {
    const { spools: kept } = resumeFolders(io());
    await mkdir(kept, { recursive: true });
    const spool = async (name: string, hours: number) => {
      const time = new Date(Date.now() - hours * 3_600_000);
      await writeFile(join(kept, name), "a bundle");
      await utimes(join(kept, name), time, time);
      return { ...source, stdin: true, path: join(kept, name) };
    };
    const old = await spool(`${nobody}-old`, 8 * 24);
    await writeNote(io(), noteOf(1, { source: old, startedAt: new Date(Date.now() - 8 * 86_400_000).toISOString() }));
    await writeNote(io(), noteOf(2, { source: await spool(`${nobody}-needed`, 5 * 24) }));
    await spool(`${nobody}-left`, 2);
    await spool(`${nobody}-fresh`, 0);
    await spool(`${process.ppid}-running`, 2);
    await sweepSpools(io());
    expect((await spools()).sort()).toEqual([`${nobody}-fresh`, `${nobody}-needed`, `${process.ppid}-running`].sort());
    expect((await readNotes(io())).map((note) => note.ticket.id)).toEqual([ticket(2).id]);
  });
});

test.each([
  ["CANCELLED", true],
  ["UNAVAILABLE", true],
  ["STORE_FULL", true],
  ["CONFLICT", false],
] as const)("an upload that ended with %s can go on: %s", async (code, goesOn) => {
  const { KubinError } = await import("@kubin/schema");
  expect(isResumable(new KubinError(code, "x"))).toBe(goesOn);
});
