import { execFile } from "node:child_process";
import { chmod, mkdir, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root, spawnNode } from "../../testbed/processes.ts";

/** Beside those of `npm run engines -- up`, which others may be using: what is killed here is ours. */
const firstPort = 27_500;
const names = ["postgres", "redis", "clickhouse", "kafka", "minio"] as const;
export type EngineName = (typeof names)[number];

/** kill -9; SIGSTOP and SIGCONT. */
export type Strike = "crash" | "freeze" | "thaw";

export interface OwnEngines extends AsyncDisposable {
  /** What Kubin needs to find them. */
  environment: Record<string, string>;
  /** Where an engine keeps its data. */
  folderOf(engine: EngineName): string;
  /** Starts what does not run, and waits until it answers. */
  up(engine: EngineName): Promise<void>;
  strike(engine: EngineName, how: Strike): Promise<void>;
}

interface Options {
  /** A file system of this many bytes, in memory, for the data of the object store. Needs the right to mount. */
  storeBytes?: number;
}

/**
 * Engines of this suite's own, empty, on ports 27500 and following. What a run before this one left behind is stopped
 * and removed first. Throws with the words of `npm run engines`, or of `mount`.
 */
export async function startOwnEngines({ storeBytes }: Options = {}): Promise<OwnEngines> {
  const folder = join(tmpdir(), `kubin-faults-engines-${userInfo().uid}`);
  const store = join(folder, "minio/data");
  const clear = async (): Promise<void> => {
    await engines(folder, ["down"]);
    await run("umount", [store]).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  await clear();
  await mkdir(store, { recursive: true });
  // PostgreSQL runs as another user where we are root.
  await chmod(folder, 0o755);
  if (storeBytes !== undefined)
    await run("mount", ["-t", "tmpfs", "-o", `size=${storeBytes},mode=0700`, "none", store]);
  await engines(folder, ["up", ...names]);
  return {
    environment: readEnvironment(await engines(folder, ["env", ...names])),
    folderOf: (engine) => join(folder, engine),
    async up(engine) {
      await engines(folder, ["up", engine]);
    },
    async strike(engine, how) {
      await engines(folder, [how, engine]);
    },
    [Symbol.asyncDispose]: clear,
  };
}

/** `npm run engines`, on our ports and folder. Returns what it printed. */
async function engines(folder: string, words: readonly string[]): Promise<string> {
  const cache = process.env.KUBIN_ENGINES_CACHE;
  const main = ["--import", "tsx", "--conditions=@kubin/source", join(root, "infra/engines/main.ts")];
  const command = spawnNode([...main, ...words], {
    KUBIN_ENGINES_PORT: String(firstPort),
    KUBIN_ENGINES_DATA: folder,
    // Whatever server the caller's environment names: we kill our own.
    CLICKHOUSE_URL: "",
    ...(cache !== undefined && { KUBIN_ENGINES_CACHE: cache }),
  });
  if ((await command.ended) === 0) return command.stdout();
  throw new Error(`npm run engines -- ${words.join(" ")}:\n${command.stdout()}${command.stderr()}`);
}

function readEnvironment(exports: string): Record<string, string> {
  return Object.fromEntries(
    [...exports.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}

async function run(command: string, args: string[]): Promise<void> {
  await promisify(execFile)(command, args);
}
