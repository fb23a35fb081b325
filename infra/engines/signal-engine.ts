import { constants } from "node:os";
import type { Engine } from "./engine.ts";
import { placeOf } from "./places.ts";
import { withDescendants } from "./process/descendants.ts";
import { startedProcesses } from "./process/started-processes.ts";

/** Sends a signal to every process of an engine that was started here: SIGKILL is a crash, SIGSTOP a hang. */
export async function signalEngine(
  engine: Engine,
  signal: NodeJS.Signals,
  say: (words: string) => void,
): Promise<void> {
  const running = await startedProcesses(await placeOf(engine.name));
  if (running.length === 0) throw new Error(`${engine.name} does not run.`);
  const pids = (await Promise.all(running.map(({ pid }) => withDescendants(pid)))).flat();
  for (const pid of pids) send(pid, signal);
  say(`${signal} to process ${pids.join(", ")}`);
}

/** Throws for what is no signal. */
export function signalNamed(name: string | undefined): NodeJS.Signals {
  const known = Object.keys(constants.signals).find((one) => one === name);
  if (known === undefined) throw new Error(`${name ?? "Nothing"} is no signal. SIGKILL, SIGSTOP and SIGCONT are.`);
  return known as NodeJS.Signals; // Node's own list of them
}

/** A child may end while its parent is signalled. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
