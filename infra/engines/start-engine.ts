import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, Launch, Place } from "./engine.ts";
import { placeOf } from "./places.ts";
import { isTaken } from "./process/ask-port.ts";
import { forgetProcesses, rememberProcess, startedProcesses } from "./process/started-processes.ts";
import { waitUntil } from "./process/wait-until.ts";

const answersWithinMs = 60_000;

/** Installs, starts and waits until the engine answers; does nothing where it already runs. Throws with its last words. */
export async function startEngine(engine: Engine, say: (words: string) => void): Promise<void> {
  const place = await placeOf(engine.name);
  await engine.install(place, say);
  const launches = await engine.prepare(place);
  const running = await startedProcesses(place);
  if (running.length === launches.length) {
    await waitUntil(() => engine.ask(place), answersWithinMs);
    say(`runs already, port ${engine.ports.join(", ")}`);
    return;
  }
  await refuseTakenPorts(engine, running.length);
  await forgetProcesses(place);
  const before = Date.now();
  for (const [index, launch] of launches.entries()) await start(place, launch, index);
  try {
    await engine.join?.(place);
    await waitUntil(() => engine.ask(place), answersWithinMs);
  } catch (error) {
    throw new Error(`${engine.name} does not answer: ${String(error)}\n${await lastWords(place, launches.length)}`);
  }
  say(`started on port ${engine.ports.join(", ")} in ${((Date.now() - before) / 1000).toFixed(1)} s`);
}

/** A stranger on our port would be taken for the engine. */
async function refuseTakenPorts(engine: Engine, running: number): Promise<void> {
  if (running > 0)
    throw new Error(`${engine.name}: some of its processes ended. Run "npm run engines -- down ${engine.name}" first.`);
  for (const port of engine.ports) {
    if (await isTaken(port)) {
      throw new Error(`${engine.name}: port ${port} is taken by another program. Choose others by KUBIN_ENGINES_PORT.`);
    }
  }
}

async function start(place: Place, launch: Launch, index: number): Promise<void> {
  const log = openSync(logOf(place, index), "w");
  const env = { ...process.env, ...launch.env };
  // A group of its own: Ctrl-C here is not meant for it.
  const child = spawn(launch.command, launch.args, {
    cwd: place.run,
    env,
    detached: true,
    stdio: ["ignore", log, log],
    ...launch.user,
  });
  closeSync(log);
  child.unref();
  if (child.pid === undefined) throw new Error(`${launch.command} cannot be started.`);
  await rememberProcess(place, child.pid, launch.stopSignal);
}

function logOf(place: Place, index: number): string {
  return join(place.run, index === 0 ? "log" : `log-${index}`);
}

async function lastWords(place: Place, count: number): Promise<string> {
  const logs = await Promise.all(
    Array.from({ length: count }, (_, index) => readFile(logOf(place, index), "utf8").catch(() => "")),
  );
  return logs.map((text) => text.slice(-1_500).trim()).join("\n");
}
