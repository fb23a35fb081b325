import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../../", import.meta.url));
export const sample = join(root, "samples/must-gather-aws.tar.gz");
export const serverArgs = ["--import", "tsx", "--conditions=@kubin/source", join(root, "packages/server/src/main.ts")];
const cliArgs = [join(root, "packages/cli/bin/kubin.js")];

export interface Spawned {
  child: ChildProcess;
  /** Everything written so far. */
  stdout(): string;
  stderr(): string;
  /** Exit code, or the signal's name. */
  ended: Promise<number | string>;
}

/** A Node process whose output is collected. */
export function spawnNode(args: string[], env: Record<string, string> = {}): Spawned {
  return spawnCommand(process.execPath, args, env);
}

/** A child process whose output is collected. */
export function spawnCommand(command: string, args: string[], env: Record<string, string>): Spawned {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...cleanEnv(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  return { child, stdout: () => stdout, stderr: () => stderr, ended };
}

/** The real server as a process of its own; resolves when it is ready. */
export async function spawnServer(opts: { dataDir: string; port: number }): Promise<Spawned & { url: string }> {
  const url = `http://127.0.0.1:${opts.port}`;
  const spawned = spawnNode(serverArgs, { KUBIN_DATA_DIR: opts.dataDir, KUBIN_PORT: String(opts.port) });
  await until(async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true, {
    what: () => `the server to be ready\n${spawned.stderr()}`,
    timeoutMs: 60_000,
    stopped: () => spawned.child.exitCode !== null,
  }).catch((error: unknown) => {
    // Nobody else knows of it.
    spawned.child.kill("SIGTERM");
    throw error;
  });
  return { ...spawned, url };
}

/** The built CLI as a process of its own. */
export function spawnCli(args: string[], env: Record<string, string> = {}): Spawned {
  return spawnNode([...cliArgs, ...args], env);
}

/** Resolves once `holds`; throws with what was waited for after `timeoutMs`, or as soon as `stopped`. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  opts: { what: () => string; timeoutMs: number; stopped?: () => boolean },
): Promise<void> {
  const end = Date.now() + opts.timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end || opts.stopped?.()) throw new Error(`waited in vain for ${opts.what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Direct and indirect children of a process (Linux). */
export async function descendants(pid: number): Promise<number[]> {
  const direct = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const pids = direct.trim().split(" ").filter(Boolean).map(Number);
  const deeper = await Promise.all(pids.map(descendants));
  return [...pids, ...deeper.flat()];
}

/** Peak resident memory in bytes (Linux `VmHWM`). */
export async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** A free loopback port. */
export async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** The environment without any setting of Kubin's that the caller may have. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("KUBIN_")));
}
