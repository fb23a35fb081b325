import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, spawnServer } from "../src/testbed/processes.ts";

export type BenchServer = Awaited<ReturnType<typeof spawnServer>> & { dataDir: string };

/** A fresh server process and an empty data directory for the time of `work`. */
export async function withServer(work: (server: BenchServer) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "kubin-bench-"));
  const server = await spawnServer({ dataDir, port: await freePort() });
  try {
    await work({ ...server, dataDir });
  } finally {
    server.child.kill("SIGTERM");
    await server.ended;
    await rm(dataDir, { recursive: true, force: true });
  }
}
