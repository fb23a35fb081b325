import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const packages = new URL("../../..", import.meta.url).pathname;

/** Bundles the CLI as it is published into `folder`; returns the path of its command. */
export async function buildCli(folder: string): Promise<string> {
  const tsdown = join(packages, "..", "node_modules", "tsdown", "dist", "run.mjs");
  await promisify(execFile)(process.execPath, [tsdown, "--out-dir", join(folder, "dist")], {
    cwd: join(packages, "cli"),
  });
  const command = join(folder, "bin", "kubin.js");
  await cp(join(packages, "cli", "bin", "kubin.js"), command);
  return command;
}
