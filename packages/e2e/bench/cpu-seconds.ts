import { readFile } from "node:fs/promises";
import { descendants } from "../src/testbed/processes.ts";

/** Linux counts the CPU time of a process in hundredths of a second (USER_HZ, see proc_pid_stat(5)). */
const ticksPerSecond = 100;

export async function cpuSeconds(pid: number | undefined): Promise<number> {
  // The name of the program, in parentheses, may hold blanks.
  const [, fields = ""] = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ");
  const [utime, stime] = fields.split(" ").slice(11, 13);
  return (Number(utime) + Number(stime)) / ticksPerSecond;
}

/** The same with all processes below it that still run. */
export async function cpuSecondsOfAll(pid: number | undefined): Promise<number> {
  const pids = [pid ?? 0, ...(await descendants(pid ?? 0))];
  const all = await Promise.all(pids.map((one) => cpuSeconds(one).catch(() => 0)));
  return all.reduce((sum, seconds) => sum + seconds, 0);
}
