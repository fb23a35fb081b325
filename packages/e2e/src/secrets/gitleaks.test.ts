import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCli } from "../cli/build-cli.ts";
import { startKubin } from "../cli/run-kubin.ts";
import { root } from "../testbed/processes.ts";
import { findGitleaks, type Leak, runGitleaks } from "./run-gitleaks.ts";
import { unpackKubinFile } from "./unpack-kubin-file.ts";

/** A guess by entropy and the word in front: what is in this bundle by that rule is looked at by people. */
const guess = "generic-api-key";

let folder = "";
let program = "";
beforeAll(async () => {
  await findGitleaks();
  folder = await mkdtemp(join(tmpdir(), "kubin-secrets-"));
  program = await buildCli(join(folder, "program"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function bundlesIn(corpus: string): Promise<string[]> {
  const all = await readdir(corpus, { recursive: true, withFileTypes: true });
  return all
    .filter(
      (entry) => entry.isFile() && /\.(gz|xz|zip|kshrk)$/.test(entry.name) && /bundles|samples$/.test(entry.parentPath),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const corpus = process.env.KUBIN_CORPUS;
const bundles = [...(await bundlesIn(join(root, "samples"))), ...(corpus ? await bundlesIn(corpus) : [])];

const strict = (leaks: readonly Leak[]) => leaks.filter(({ rule }) => rule !== guess);
/** Rules and files alone: never what was matched. */
const told = (leaks: readonly Leak[]) => [...new Set(leaks.map(({ rule, file }) => `${rule} in ${file}`))].sort();

/** Everything that leaves the machine for a bundle: stored bytes, unpacked, and what the terminal shows. */
async function whatLeaves(bundle: string, into: string): Promise<void> {
  const file = `${into}.kubin`;
  const args = ["import", bundle, "--to-file", file, "--output", "json"];
  const home = { HOME: folder, XDG_STATE_HOME: join(folder, "state"), TMPDIR: folder };
  const asked = await startKubin({ program, args, env: home }).ended;
  const several =
    asked.code === 2 ? [...asked.stderr.matchAll(/^ +[a-z0-9-]+ in (\S+)$/gm)].map(([, name = ""]) => name) : [""];
  for (const [at, name] of several.entries()) {
    const rooted = name === "" ? args : [...args, "--root", name, "--force"];
    const ended = name === "" ? asked : await startKubin({ program, args: rooted, env: home }).ended;
    expect([0, 3], ended.stderr).toContain(ended.code);
    expect(await unpackKubinFile(file, join(into, String(at)))).toBeGreaterThan(0);
    await writeFile(join(into, `${at}-stdout.txt`), ended.stdout);
    await writeFile(join(into, `${at}-stderr.txt`), ended.stderr);
  }
  expect(several.length).toBeGreaterThan(0);
}

describe("the rules of gitleaks over every stored byte", () => {
  test.each(bundles)(
    "%s",
    async (bundle) => {
      const into = await mkdtemp(join(folder, "out-"));
      await whatLeaves(bundle, into);
      const leaks = await runGitleaks(into);
      const guesses = leaks.filter(({ rule }) => rule === guess);
      console.log(`${basename(bundle)}: ${strict(leaks).length} findings, ${guesses.length} guesses (${guess})`);
      expect(told(strict(leaks))).toEqual([]);
    },
    900_000,
  );

  // Else the test above could pass since nothing was scanned.
  test.each(["must-gather-aws.tar.gz", "bundles/sonobuoy-0.9.tar.gz"])(
    "finds what is in %s itself",
    async (name) => {
      const into = await mkdtemp(join(folder, "raw-"));
      await mkdir(into, { recursive: true });
      await promisify(execFile)("tar", ["xzf", join(root, "samples", name), "-C", into]);
      const rules = new Set(strict(await runGitleaks(into)).map(({ rule }) => rule));
      expect([...rules]).toContain("jwt");
    },
    900_000,
  );
});
