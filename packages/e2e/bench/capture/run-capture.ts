import { peakMemory, type Spawned, spawnCli } from "../../src/testbed/processes.ts";

export interface CaptureRun {
  ms: number;
  /** Until the link was there. */
  linkMs: number;
  /** Of the CLI, in bytes. */
  peak: number;
  stderr: string;
}

/** `kubin create` as a process, to its end. */
export async function runCapture(args: readonly string[]): Promise<CaptureRun> {
  const startedAt = performance.now();
  const cli = spawnCli(["create", ...args]);
  let linkMs = Number.NaN;
  cli.child.stdout?.once("data", () => {
    linkMs = performance.now() - startedAt;
  });
  const peak = await watchMemory(cli);
  const code = await cli.ended;
  const ms = performance.now() - startedAt;
  if (code !== 0 && code !== 3) throw new Error(`kubin create ended with ${code}\n${cli.stderr()}`);
  return { ms, linkMs, peak, stderr: cli.stderr() };
}

async function watchMemory({ child, ended }: Spawned): Promise<number> {
  let peak = 0;
  const probe = setInterval(async () => {
    peak = Math.max(peak, await peakMemory(child.pid ?? 0));
  }, 50);
  await ended;
  clearInterval(probe);
  return peak;
}
