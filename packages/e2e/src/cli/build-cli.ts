import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const packages = new URL("../../..", import.meta.url).pathname;

/** Bundles the CLI as it is published into `folder`; returns the path of the program. */
export async function buildCli(folder: string): Promise<string> {
  const tsdown = join(packages, "..", "node_modules", "tsdown", "dist", "run.mjs");
  await promisify(execFile)(process.execPath, [tsdown, "--out-dir", folder], { cwd: join(packages, "cli") });
  return join(folder, "main.js");
}
