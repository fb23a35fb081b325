import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

// What a user of the registry gets: both packages are built, packed and installed in an empty folder.
const run = promisify(execFile);
const packages = new URL("../../..", import.meta.url).pathname;
const root = join(packages, "..");
let folder = "";
let installed = "";

/** Builds and packs one package; returns the tarball. */
async function pack(name: string): Promise<string> {
  const cwd = join(packages, name);
  await run("npm", ["run", "build", "--silent"], { cwd });
  const { stdout } = await run("npm", ["pack", "--json", "--silent", "--pack-destination", folder], { cwd });
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  return join(folder, packed!.filename);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubin-packed-"));
  installed = join(folder, "consumer");
  await mkdir(installed);
  await writeFile(join(installed, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const tarballs = [await pack("client"), await pack("cli")];
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...tarballs], { cwd: installed });
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("neither depends on a package of the workspace, and nothing but the build is in them", async () => {
  for (const name of ["client", "cli"]) {
    const at = join(installed, "node_modules", "@kubin", name);
    const manifest = JSON.parse(await readFile(join(at, "package.json"), "utf8"));
    expect(Object.keys(manifest.dependencies ?? {}).filter((one) => one.startsWith("@kubin/"))).toEqual([]);
    const files = (await readdir(at, { recursive: true })).filter((file) => !file.startsWith("node_modules"));
    expect(files.filter((file) => /\.ts$|\.map$|test|tsbuildinfo/.test(file) && !file.endsWith("index.d.ts"))).toEqual(
      [],
    );
    for (const file of files.filter((one) => one.endsWith(".js"))) {
      expect(await readFile(join(at, file), "utf8")).not.toMatch(/(?:from|import\()\s*["']@kubin\//);
    }
  }
  expect(await readdir(join(installed, "node_modules", "@kubin"))).toEqual(["cli", "client"]);
});

test("a consumer type-checks, with the libraries checked too; a wrong field does not compile", async () => {
  const compilerOptions = {
    strict: true,
    module: "nodenext",
    target: "es2023",
    lib: ["es2023", "dom", "esnext.disposable"],
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };
  await writeFile(join(installed, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
  const use = (field: string) => `import { createClient, isKubinError, uploadBundle } from "@kubin/client";
const client = createClient({ server: "http://127.0.0.1:7780", link: "x" });
const { items } = await client.metadata.list.query({ ${field}: 1 });
export const names: string[] = items.map((one) => one.name);
export const states: ("COMPLETED" | string)[] = items.map((one) => one.state);
export { isKubinError, uploadBundle };
`;
  const tsc = [join(root, "node_modules/ts7/bin/tsc"), "-p", installed];
  await writeFile(join(installed, "use.ts"), use("limit"));
  await run(process.execPath, tsc).catch((error: { stdout: string }) => expect(error.stdout).toBe(""));
  await writeFile(join(installed, "use.ts"), use("limti"));
  const refused = await run(process.execPath, tsc).catch((error: { stdout: string }) => error);
  expect(refused.stdout).toMatch(/use\.ts.*limti/);
});

test("the client runs", async () => {
  const script = `import { createClient, parseLink } from "@kubin/client";
const client = createClient({ server: "http://127.0.0.1:1" });
const failed = await client.metadata.list.query({ limit: 1 }).catch((error) => error);
console.log(failed.name, failed.code, parseLink("http://h/s/3fZq9m2RkT7vYwB1cLx8Pd").token);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd: installed });
  expect(stdout.trim()).toBe("KubinError UNAVAILABLE 3fZq9m2RkT7vYwB1cLx8Pd");
});

test("the command works, starts fast and is small", async () => {
  const kubin = join(installed, "node_modules", ".bin", "kubin");
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const before = performance.now();
    const { stdout } = await run(kubin, ["--help"]);
    times.push(performance.now() - before);
    expect(stdout).toMatch(/^kubin <command>/);
  }
  expect(Math.min(...times)).toBeLessThan(500);
  expect(await sizeOf(join(installed, "node_modules", "@kubin", "cli"))).toBeLessThan(15_000_000);
  const jq = await run(kubin, ["version", "--jq", ".version"]);
  expect(jq.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

async function sizeOf(path: string): Promise<number> {
  const info = await stat(path);
  if (!info.isDirectory()) return info.size;
  const inside = await readdir(path);
  return (await Promise.all(inside.map((name) => sizeOf(join(path, name))))).reduce((sum, size) => sum + size, 0);
}
