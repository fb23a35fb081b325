import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { descendants, peakMemory, sample, spawnCli } from "../src/testbed/processes.ts";
import { megabytes, timings } from "./figures.ts";
import { type BenchServer, withServer } from "./with-server.ts";

const runs = 3;

/** The sample from Enter to COMPLETED, beside `tar xzf` of the same file. */
export async function sampleRun(): Promise<void> {
  await withServer(async (server) => {
    const unpack: number[] = [];
    const imports: number[] = [];
    for (let run = 0; run < runs; run++) {
      unpack.push(await untar());
      imports.push(await importAndWait(server, sample));
    }
    console.log(`tar xzf of the sample        ${timings(unpack)}`);
    console.log(`Enter to COMPLETED           ${timings(imports)}`);
    await printMemory(server);
  });
}

/** Imports a bundle and waits until it is completed; ms. */
export async function importAndWait(server: BenchServer, bundle: string): Promise<number> {
  const start = performance.now();
  const cli = spawnCli(["import", bundle, "--server", server.url, "--wait", "--output", "json"]);
  let peak = 0;
  const probe = setInterval(async () => {
    peak = Math.max(peak, await peakMemory(cli.child.pid ?? 0));
  }, 50);
  const code = await cli.ended;
  clearInterval(probe);
  if (code !== 0 && code !== 3) throw new Error(`import ended with ${code}\n${cli.stderr()}`);
  console.log(`  import of ${bundle.split("/").at(-1)}: peak memory of the CLI ${megabytes(peak)}`);
  return performance.now() - start;
}

/** Peak resident memory of the server and of each process below it. */
export async function printMemory(server: BenchServer): Promise<void> {
  const pid = server.child.pid ?? 0;
  console.log(`peak memory: server (with PGlite) ${megabytes(await peakMemory(pid))}`);
  for (const child of await descendants(pid)) {
    const bytes = await peakMemory(child);
    if (bytes > 100 * 1024 * 1024) console.log(`peak memory: log engine (chDB) ${megabytes(bytes)}`);
  }
}

async function untar(): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), "kubin-untar-"));
  const start = performance.now();
  spawnSync("tar", ["xzf", sample, "-C", dir]);
  const ms = performance.now() - start;
  await rm(dir, { recursive: true, force: true });
  return ms;
}
