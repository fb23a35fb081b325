import { mkdir, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { serveBridge } from "./serve-bridge.ts";
import { openSessionPool } from "./session-pool.ts";

export interface OpenBridge {
  /** Folder of the engine's data. Its user makes sure that nobody else has it open. */
  dataDir: string;
  /** Folder for what is on its way in; what a killed process left there is removed. */
  spoolDir: string;
  maxExecutionSeconds: number;
  maxMemoryBytes: number;
}

/** chDB in this process behind its bridge, ready but not listening yet. Ends the process when the engine is beyond repair. */
export async function openBridge(options: OpenBridge): Promise<{ server: Server; close(): void }> {
  const { dataDir, spoolDir, ...limits } = options;
  await rm(spoolDir, { recursive: true, force: true });
  await mkdir(spoolDir, { recursive: true, mode: 0o700 });
  const pool = openSessionPool(dataDir);
  await pool.version();
  const server = serveBridge({
    pool,
    spoolDir,
    maxInsertBytes: 512 * 1024 * 1024,
    limits: { ...limits, maxWholeAnswerBytes: 128 * 1024 * 1024 },
    onFatal: (error) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(3);
    },
  });
  const close = (): void => {
    server.close();
    server.closeAllConnections();
    pool.close();
  };
  return { server, close };
}
