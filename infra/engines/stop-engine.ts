import type { Engine } from "./engine.ts";
import { placeOf } from "./places.ts";
import { forgetProcesses, startedProcesses } from "./process/started-processes.ts";
import { waitUntil } from "./process/wait-until.ts";

const endsWithinMs = 15_000;

/** Stops the processes that were started here, and no others; those that do not end are killed. */
export async function stopEngine(engine: Engine, say: (words: string) => void): Promise<void> {
  const place = await placeOf(engine.name);
  const running = await startedProcesses(place);
  if (running.length === 0) {
    say("does not run");
    return;
  }
  for (const { pid, stopSignal } of running) process.kill(pid, stopSignal);
  const ended = async (): Promise<void> => {
    if ((await startedProcesses(place)).length > 0) throw new Error("They do not end.");
  };
  try {
    await waitUntil(ended, endsWithinMs);
    say("stopped");
  } catch {
    for (const { pid } of await startedProcesses(place)) process.kill(pid, "SIGKILL");
    say("killed: it did not end when asked");
  }
  await forgetProcesses(place);
}
