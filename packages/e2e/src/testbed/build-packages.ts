import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./processes.ts";

/** Builds what a test runs as a user would; cached, so that it costs nothing the second time. */
export async function buildPackages(...names: string[]): Promise<void> {
  const turbo = join(root, "node_modules/.bin/turbo");
  const filters = names.map((name) => `--filter=${name}`);
  await promisify(execFile)(turbo, ["run", "build", ...filters, "--output-logs=errors-only"], { cwd: root });
}
