// `npm run executable`: packages/cli/dist-executable/kubin, one file that needs neither Node nor anything beside it. It is
// the Node that runs this, with the program inside: a single executable application. Linux only, for this machine's kind.
import { execFile } from "node:child_process";
import { chmod, copyFile, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { root } from "./run-server.mjs";

const run = promisify(execFile);
const cli = join(root, "packages", "cli");
const folder = join(cli, "dist-executable");
const executable = join(folder, "kubin");
/** Node looks for this mark to see whether it carries a program. */
const sentinelFuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

if (process.platform !== "linux") {
  console.error(`error: this builds an executable for Linux, on Linux; here is ${process.platform}.`);
  process.exit(1);
}
console.log("One script of the CLI …");
const tsdown = join(root, "node_modules", "tsdown", "dist", "run.mjs");
await run(process.execPath, [tsdown, "--config", join("executable", "tsdown.config.ts"), "--logLevel", "error"], {
  cwd: cli,
});
const work = await mkdtemp(join(folder, "work-"));
try {
  console.log(`Node ${process.versions.node} with the script inside …`);
  await build(work);
} finally {
  await rm(work, { recursive: true, force: true });
  await rm(join(folder, "kubin.cjs"), { force: true });
}
const { size } = await stat(executable);
console.log(`${executable} (${(size / 1e6).toFixed(0)} MB)`);

/** Beside its place first, so that an executable that is there is whole. */
async function build(work) {
  const [config, blob, made] = ["sea.json", "sea.blob", "kubin"].map((name) => join(work, name));
  const settings = {
    main: join(folder, "kubin.cjs"),
    output: blob,
    disableExperimentalSEAWarning: true,
    // What V8 made of the script, or else it reads six megabytes at each start.
    useCodeCache: true,
  };
  await writeFile(config, JSON.stringify(settings));
  await run(process.execPath, ["--experimental-sea-config", config]);
  await copyFile(process.execPath, made);
  await chmod(made, 0o755);
  await strip(made);
  // As a program of its own: it warns of section names that strip took, which changes nothing.
  const postject = join(dirname(fileURLToPath(import.meta.resolve("postject"))), "cli.js");
  await run(process.execPath, [postject, made, "NODE_SEA_BLOB", blob, "--sentinel-fuse", sentinelFuse]);
  await rename(made, executable);
}

/** Names of Node's functions, 15 MB for debuggers. Before the script is put in: afterwards it would be damaged. */
async function strip(file) {
  try {
    await run("strip", [file]);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
