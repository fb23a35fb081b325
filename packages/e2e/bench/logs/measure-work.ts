import { cpuSecondsOfAll } from "../cpu-seconds.ts";
import { type Measured, measureByTurns } from "./figure.ts";

export interface Worked {
  time: Measured;
  /** Seconds a run, of a process and those below it: what others do on the machine hardly shows in it. */
  cpu: number[];
}

interface Work {
  pid(): number | undefined;
  work(): Promise<void>;
}

/** Time and CPU time of several, by turns. Work that goes on behind the answer is not in it. */
export async function measureWork<Name extends string>(
  runs: number,
  works: Record<Name, Work>,
): Promise<Record<Name, Worked>> {
  const entries = Object.entries(works) as [Name, Work][];
  const cpu = new Map<Name, number[]>();
  const timed = entries.map(([name, { pid, work }]) => {
    const spent: number[] = [];
    cpu.set(name, spent);
    const withCpu = async () => {
      const before = await cpuSecondsOfAll(pid());
      await work();
      spent.push((await cpuSecondsOfAll(pid())) - before);
    };
    return [name, withCpu] as const;
  });
  const times = await measureByTurns(runs, Object.fromEntries(timed) as Record<Name, () => Promise<void>>);
  const worked = entries.map(([name]) => [name, { time: times[name], cpu: (cpu.get(name) ?? []).slice(1) }]);
  return Object.fromEntries(worked) as Record<Name, Worked>;
}
