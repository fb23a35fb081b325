import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../engine.ts";
import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";

/** Builds a command of a Go module at exactly this version, once; returns its path. */
export async function goBuild(opts: {
  place: Place;
  module: string;
  version: string;
  say: (words: string) => void;
}): Promise<string> {
  const { place, module, version, say } = opts;
  const folder = goFolder(place, version);
  const name = module.slice(module.lastIndexOf("/") + 1);
  if (!(await findCommand(name, [folder]))?.startsWith(folder)) {
    if (!(await findCommand("go"))) throw new Error(`Go is needed to build ${module}: https://go.dev/dl`);
    say(`building ${module}@${version} (once, a minute or two)`);
    await mkdir(folder, { recursive: true });
    await run("go", ["install", `${module}@${version}`], { env: { GOBIN: folder, CGO_ENABLED: "0" } });
  }
  return join(folder, name);
}

/** One folder a version: another one is built anew. */
export function goFolder(place: Pick<Place, "cache">, version: string): string {
  return join(place.cache, "go", version);
}
