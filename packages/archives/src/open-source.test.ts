import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openBlob } from "./browser.ts";
import type { BundleSource } from "./bundle-source.ts";
import { fileError } from "./file-error.ts";
import { openSource } from "./index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-archives-"));
});
afterEach(() => rm(folder, { recursive: true }));

interface Content {
  path: string;
  kind: string;
  text: string;
}

/** All entries with their content; what a content throws stands at its end. */
async function read(source: BundleSource): Promise<Content[]> {
  const found: Content[] = [];
  for await (const entry of source.entries()) {
    const chunks: Uint8Array[] = [];
    let thrown = "";
    try {
      for await (const chunk of entry.content()) chunks.push(chunk.slice());
    } catch (error) {
      thrown = ` ! ${(error as { code?: string }).code}`;
    }
    found.push({ path: entry.path, kind: entry.kind, text: Buffer.concat(chunks).toString() + thrown });
  }
  return found;
}

const open = (path: string) => openSource({ path, spoolDir: folder });
const files = (found: Content[]) =>
  found.filter(({ kind }) => kind === "file").map(({ path, text }): [string, string] => [path, text]);

async function tree(): Promise<string> {
  const root = join(folder, "tree");
  await mkdir(join(root, "b", "c"), { recursive: true });
  await writeFile(join(root, "a.txt"), "first");
  await writeFile(join(root, "b", "c", "d e.txt"), "second\n");
  await writeFile(join(root, "empty"), "");
  return root;
}

const expected: [string, string][] = [
  ["a.txt", "first"],
  ["b/c/d e.txt", "second\n"],
  ["empty", ""],
];

describe("openSource", () => {
  it("gives the same entries for a folder, a tar and a packed tar, whatever their names say, twice", async () => {
    const root = await tree();
    const tar = join(folder, "bundle.zip");
    execFileSync("tar", ["-C", root, "--sort=name", "-cf", tar, "."]);
    const packed = join(folder, "bundle");
    execFileSync("tar", ["-C", root, "--sort=name", "-czf", packed, "."]);
    for (const path of [root, tar, packed]) {
      await using source = await open(path);
      expect(files(await read(source))).toEqual(expected);
      expect(files(await read(source))).toEqual(expected);
      expect(source.problems()).toEqual([]);
    }
  });

  it("gives one document, plain or packed, under its name", async () => {
    await writeFile(join(folder, "pods.json"), "{}");
    await writeFile(join(folder, "pods.yaml.gz"), gzipSync("a: 1"));
    await using plain = await open(join(folder, "pods.json"));
    await using packed = await open(join(folder, "pods.yaml.gz"));
    expect(files(await read(plain))).toEqual([["pods.json", "{}"]]);
    expect(files(await read(packed))).toEqual([["pods.yaml", "a: 1"]]);
    expect([plain.totalBytes, packed.name]).toEqual([2, "pods.yaml.gz"]);
  });

  it("spools stdin to a file that leaves nothing behind", async () => {
    async function* stdin() {
      yield Buffer.from('{"a":');
      yield Buffer.from("1}");
    }
    {
      await using source = await openSource({ path: "-", stdin: stdin(), spoolDir: folder });
      expect(files(await read(source))).toEqual([["stdin", '{"a":1}']]);
      expect(files(await read(source))).toEqual([["stdin", '{"a":1}']]);
      for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it("says what is wrong in one sentence", async () => {
    async function* nothing() {}
    await writeFile(join(folder, "empty.tar"), "");
    await mkdir(join(folder, "void"));
    await symlink("loop", join(folder, "loop"));
    const cases: [() => Promise<unknown>, string, string][] = [
      [() => open(join(folder, "nope")), "NOT_FOUND", "There is no file or folder"],
      [() => open(join(folder, "loop")), "NOT_FOUND", "leads in a circle"],
      [() => open(join(folder, "empty.tar")), "NOT_A_BUNDLE", "empty.tar is empty."],
      [() => open(join(folder, "void")), "NOT_A_BUNDLE", "void is empty."],
      [() => open("/dev/null"), "NOT_A_BUNDLE", "neither a file nor a folder"],
      [() => openSource({ path: "-", stdin: nothing(), spoolDir: folder }), "NOT_A_BUNDLE", "stdin is empty."],
      [
        () => openSource({ path: "-", stdin: nothing(), spoolDir: join(folder, "no") }),
        "NOT_FOUND",
        "no file or folder",
      ],
    ];
    for (const [opening, code, message] of cases) {
      const error = await opening().catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code });
      expect(String(error)).toContain(message);
    }
  });

  it.each([
    ["EACCES", "FORBIDDEN"],
    ["EPERM", "FORBIDDEN"],
    ["ENOSPC", "STORE_FULL"],
    ["EIO", "INTERNAL"],
  ])("translates %s of the system", (code, expectedCode) => {
    expect(fileError(Object.assign(new Error("x"), { code }), "f").code).toBe(expectedCode);
  });

  it("ends with CANCELLED when it is stopped", async () => {
    const root = await tree();
    const stop = new AbortController();
    await using source = await openSource({ path: root, spoolDir: folder, signal: stop.signal });
    stop.abort();
    await expect(read(source)).rejects.toMatchObject({ code: "CANCELLED" });
  });
});

describe("a folder", () => {
  it("tells links and special files without following them, and refuses links that leave it", async () => {
    const root = await tree();
    await symlink("a.txt", join(root, "inside"));
    await symlink("..", join(root, "b", "loop"));
    await symlink("../outside", join(root, "leaves"));
    await symlink("/etc/passwd", join(root, "absolute"));
    const server = createServer().listen(join(root, "socket"));
    await once(server, "listening");
    await using source = await open(root);
    const found = await read(source);
    expect(files(found)).toEqual(expected);
    expect(found.filter(({ kind }) => kind === "link").map(({ path }) => path)).toEqual(["b/loop", "inside"]);
    expect(found.filter(({ kind }) => kind === "other").map(({ path, text }) => [path, text])).toEqual([
      ["socket", ""],
    ]);
    server.close();
    expect(source.problems().map(({ kind, path }) => [kind, path])).toEqual([
      ["refused", "absolute"],
      ["refused", "leaves"],
    ]);
  });

  it("tells files that are gone when they are read, and names with control characters", async () => {
    const root = await tree();
    await writeFile(join(root, "bad\u0007name"), "x");
    await using source = await open(root);
    const texts: string[] = [];
    for await (const entry of source.entries()) {
      if (entry.path !== "a.txt") continue;
      await rm(join(root, "a.txt"));
      await symlink("/etc/passwd", join(root, "a.txt"));
      await expect(entry.content()[Symbol.asyncIterator]().next()).rejects.toThrow();
      texts.push(entry.path);
    }
    expect(texts).toEqual(["a.txt"]);
    expect(source.problems().map(({ path }) => path)).toEqual(["a.txt", "bad\\u{7}name"]);
  });
});

describe("an archive of strangers", () => {
  const header = (name: string, more: object = {}) => ({ header: { name, size: 1, ...more }, body: "x" });

  it("loses entries whose names leave it or deceive, and they are told", async () => {
    const tar = await packTar([
      header("ok"),
      header("../up"),
      header("a/../../up"),
      header("/etc/passwd"),
      header("C:\\windows"),
      header("a\\..\\..\\up"),
      header("bell\u0007"),
      header("turned\u202egpj.exe"),
      header("./dot/./ok"),
      { header: { name: "link", size: 0, type: "symlink", linkname: "../../x" } },
      header("x/".repeat(600)),
    ]);
    const source = await openBlob(new Blob([tar]), "t.tar");
    const found = await read(source);
    expect(found.map(({ path, kind }) => [path, kind])).toEqual([
      ["ok", "file"],
      ["dot/ok", "file"],
    ]);
    expect(source.problems().every(({ kind }) => kind === "refused")).toBe(true);
    expect(source.problems().map(({ path }) => path.slice(0, 16))).toEqual([
      "../up",
      "a/../../up",
      "/etc/passwd",
      "C:\\windows",
      "a\\..\\..\\up",
      "bell\\u{7}",
      "turned\\u{202e}gp",
      "link",
      "x/x/x/x/x/x/x/x/",
    ]);
  });

  it("gives the bytes before a cut, says so in the content, and once in the problems", async () => {
    const tar = await packTar([header("a"), { header: { name: "big", size: 5000 }, body: "y".repeat(5000) }]);
    for (const cut of [tar.subarray(0, 3000), new Uint8Array(gzipSync(tar, { level: 0 })).subarray(0, 3023)]) {
      await writeFile(join(folder, "cut"), cut);
      await using node = await open(join(folder, "cut"));
      for (const source of [node, await openBlob(new Blob([new Uint8Array(cut)]), "cut")]) {
        for (let reading = 0; reading < 2; reading++) {
          const found = files(await read(source));
          expect(found[0]).toEqual(["a", "x"]);
          expect(found[1]?.[1]).toMatch(/^y+ ! BAD_INPUT$/);
        }
        expect(source.problems().filter(({ path }) => path === "big").length).toBe(1);
        expect(source.problems().every(({ kind }) => kind === "cut")).toBe(true);
      }
    }
  });

  it("may be read in part: leaving entries and contents early loses nothing of the next", async () => {
    const tar = await packTar(
      Array.from({ length: 50 }, (_, n) => ({
        header: { name: `f${n}`, size: 70_000 },
        body: `${n}`.padEnd(70_000, "."),
      })),
    );
    for (const step of [2, 3]) {
      const source = await openBlob(new Blob([tar]), "t.tar");
      let n = 0;
      for await (const entry of source.entries()) {
        if (n % step === 0) {
          for await (const chunk of entry.content()) {
            expect(Buffer.from(chunk.subarray(0, 3)).toString()).toBe(`${n}`.padEnd(3, "."));
            break;
          }
        }
        n++;
      }
      expect(n).toBe(50);
    }
  });
});
