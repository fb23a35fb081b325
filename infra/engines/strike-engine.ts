import { readFile } from "node:fs/promises";
import type { Engine } from "./engine.ts";
import { placeOf } from "./places.ts";
import { startedProcesses } from "./process/started-processes.ts";

/** What can be done to an engine to see how Kubin takes it: a crash, a hang, the end of the hang. */
export type Strike = "crash" | "freeze" | "thaw";

/** Strikes every process of an engine that was started here, with their children. Throws where none runs. */
export async function strikeEngine(engine: Engine, strike: Strike, say: (words: string) => void): Promise<void> {
  const running = await startedProcesses(await placeOf(engine.name));
  if (running.length === 0) throw new Error(`${engine.name} does not run.`);
  // Held still first, parents before their children: one that forks meanwhile would leave a child behind.
  const first = strike === "thaw" ? "SIGCONT" : "SIGSTOP";
  const pids = (await Promise.all(running.map(({ pid }) => signalTree(pid, first)))).flat();
  if (strike === "crash") for (const pid of pids) send(pid, "SIGKILL");
  say(`${strike}: process ${pids.join(", ")}`);
}

/** Signals a process and all below it (Linux); returns them. */
async function signalTree(pid: number, signal: NodeJS.Signals): Promise<number[]> {
  send(pid, signal);
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const below = children.trim().split(" ").filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(below.map((child) => signalTree(child, signal)))).flat()];
}

/** A child may end by itself meanwhile. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
