import { access, mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../engine.ts";
import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";
import { goFolder } from "./go-build.ts";

const module = "github.com/VictoriaMetrics/VictoriaMetrics/app/victoria-logs";
const version = "v1.121.0";

/**
 * Builds VictoriaLogs, which nothing of Kubin uses but the benches beside it; returns its path. As a tool of a module of
 * our own: it replaces modules, which `go install` of a path with a version refuses.
 */
export async function buildVictoriaLogs(
  { cache }: Pick<Place, "cache">,
  say: (words: string) => void,
): Promise<string> {
  const folder = goFolder({ cache }, version);
  const command = join(folder, "victoria-logs");
  const isThere = await access(command).then(
    () => true,
    () => false,
  );
  if (isThere) return command;
  if (!(await findCommand("go"))) throw new Error(`Go is needed to build ${module}: https://go.dev/dl`);
  say(`building ${module}@${version} (once, a minute or two)`);
  const source = join(folder, "victoria-logs-source");
  await mkdir(source, { recursive: true });
  const go = (...args: string[]) => run("go", args, { cwd: source, env: { CGO_ENABLED: "0" } });
  await go("mod", "edit", "-module=kubin.engines/victoria-logs").catch(() =>
    go("mod", "init", "kubin.engines/victoria-logs"),
  );
  await go("get", "-tool", `${module}@${version}`);
  // Built aside: a build that is interrupted leaves nothing that looks finished.
  await go("build", "-o", "victoria-logs", module);
  await rename(join(source, "victoria-logs"), command);
  return command;
}
