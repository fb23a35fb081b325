// `npm run engines`: the real engines of the distributed profile, and a real Kubernetes to capture, started natively on
// this machine for tests.
import type { Engine } from "./engine.ts";
import { chosenEngines, engines, groups, namedEngines } from "./engines.ts";
import { cacheFolder, dataFolder, placeOf } from "./places.ts";
import { startedProcesses } from "./process/started-processes.ts";
import { startEngine } from "./start-engine.ts";
import { stopEngine } from "./stop-engine.ts";
import { type Strike, strikeEngine } from "./strike-engine.ts";

const help = `npm run engines -- <command> [engine …]

  up       installs what is missing, starts, waits until each answers
  down     stops those that up started; their data stays
  status   what runs, and the environment that Kubin needs for it
  env      that environment alone, for: eval "$(npm run -s engines -- env)"
  crash    ends those that up started as a power cut does; up starts them again
  freeze   holds them still: connections stay, nothing answers
  thaw     ends that

Engines (all, without a name):
${engines.map(({ name, about }) => `  ${name.padEnd(18)}${about}`).join("\n")}

Several at once:
${Object.entries(groups)
  .map(([group, members]) => `  ${group.padEnd(18)}${members.map(({ name }) => name).join(", ")}`)
  .join("\n")}

Everything listens on 127.0.0.1, from port 27400 on (KUBIN_ENGINES_PORT).
Downloads: ${cacheFolder()} (KUBIN_ENGINES_CACHE). Data and logs: ${dataFolder()} (KUBIN_ENGINES_DATA).
`;

const [command = "help", ...names] = process.argv.slice(2);
try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const chosen = chosenEngines(names);
  switch (command) {
    case "up":
      for (const engine of chosen) await startEngine(engine, tell(engine.name));
      return 0;
    case "down":
      for (const engine of namedOnly().reverse()) await stopEngine(engine, tell(engine.name));
      return 0;
    case "crash":
    case "freeze":
    case "thaw":
      return strike(command);
    case "status":
      return showStatus();
    case "env":
      for (const line of environmentLines()) console.log(`export ${line}`);
      return 0;
    default:
      console.log(help);
      return command === "help" || command === "--help" ? 0 : 2;
  }

  async function strike(how: Strike): Promise<number> {
    if (names.length === 0) throw new Error(`Name the engine: npm run engines -- ${how} postgres`);
    for (const engine of namedOnly()) await strikeEngine(engine, how, tell(engine.name));
    return 0;
  }

  /** Not what those named need: others may need it too. */
  function namedOnly(): Engine[] {
    return names.length === 0 ? chosen : namedEngines(names);
  }

  function environmentLines(): string[] {
    const all = chosen.flatMap((engine) => Object.entries(engine.environment()));
    return all.map(([name, value]) => `${name}='${value}'`);
  }

  async function showStatus(): Promise<number> {
    let down = 0;
    for (const engine of chosen) {
      const place = await placeOf(engine.name);
      const running = await startedProcesses(place);
      const state = running.length === 0 ? "not running" : await answerOf(() => engine.ask(place));
      if (state !== "answers") down += 1;
      const pids = running.length > 0 ? `, process ${running.map(({ pid }) => pid).join(", ")}` : "";
      console.log(`${engine.name.padEnd(18)}${state}${pids}, port ${engine.ports.join(", ")}`);
    }
    for (const line of environmentLines()) console.log(line);
    return down === 0 ? 0 : 1;
  }
}

function tell(name: string): (words: string) => void {
  return (words) => console.log(`${name}: ${words}`);
}

async function answerOf(ask: () => Promise<void>): Promise<string> {
  try {
    await ask();
    return "answers";
  } catch (error) {
    return `does not answer (${String(error)})`;
  }
}
