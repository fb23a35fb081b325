import { appendFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "../engine.ts";

export interface StartedProcess {
  pid: number;
  /** When it started, as the system counts it: the number of a process is used again. */
  startedAt: string;
  stopSignal: NodeJS.Signals;
}

const fileOf = ({ run }: Place): string => join(run, "processes");

/** The processes that we started here and that still live. Anybody else's are none of ours. */
export async function startedProcesses(place: Place): Promise<StartedProcess[]> {
  let text: string;
  try {
    text = await readFile(fileOf(place), "utf8");
  } catch {
    return [];
  }
  const lives: StartedProcess[] = [];
  for (const line of text.trim().split("\n")) {
    const [pid = "", startedAt = "", stopSignal = ""] = line.split(" ");
    if ((await startTimeOf(Number(pid))) !== startedAt) continue;
    lives.push({ pid: Number(pid), startedAt, stopSignal: stopSignal === "SIGINT" ? "SIGINT" : "SIGTERM" });
  }
  return lives;
}

export async function rememberProcess(
  place: Place,
  pid: number,
  stopSignal: NodeJS.Signals = "SIGTERM",
): Promise<void> {
  const startedAt = await startTimeOf(pid);
  if (startedAt === undefined) throw new Error(`Process ${pid} ended at once.`);
  await appendFile(fileOf(place), `${pid} ${startedAt} ${stopSignal}\n`);
}

export async function forgetProcesses(place: Place): Promise<void> {
  await rm(fileOf(place), { force: true });
}

/** Field 22 of /proc/PID/stat (proc_pid_stat(5)); undefined for a process that is gone or only waits for its parent. */
async function startTimeOf(pid: number): Promise<string | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
