import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Log } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { startableModule } from "../engine/startable-module.ts";
import { type EngineLife, type SupervisedEngine, supervise } from "../engine/supervise.ts";
import type { MetadataWorkerOptions } from "./metadata-worker-options.ts";

/** PGlite serialises statements, so more connections only queue; Prisma's pool needs a few. */
const maxConnections = 100;
const stopWithinMs = 10_000;

/** Fits `pg`'s PoolConfig. */
export interface MetadataConnection {
  /** Folder of the Unix socket; `pg` adds `/.s.PGSQL.{port}`. */
  host: string;
  port: number;
  user: string;
  database: string;
  max: number;
}

export interface MetadataEngine extends SupervisedEngine {
  connection: MetadataConnection;
  /** Ends the thread as a crash would. For tests of the restart. */
  crash(): Promise<void>;
}

/**
 * Starts PGlite in a worker thread and restarts it after a crash. `dataDir` holds the database, `socketDir` is a
 * folder that nobody else may enter. Throws UNAVAILABLE when it does not start.
 */
export async function startMetadataEngine(options: {
  dataDir: string;
  socketDir: string;
  log: Log;
}): Promise<MetadataEngine> {
  const { dataDir, socketDir, log } = options;
  await mkdir(dirname(dataDir), { recursive: true, mode: 0o700 });
  const port = 5432;
  const workerOptions = { dataDir, socketPath: join(socketDir, `.s.PGSQL.${port}`), maxConnections };
  let current: Worker | undefined;
  const launch = async (): Promise<EngineLife> => {
    const { worker, life } = await launchWorker(workerOptions);
    current = worker;
    return life;
  };
  const engine = await supervise({ name: "metadata engine", launch, log });
  return {
    ...engine,
    connection: { host: socketDir, port, user: "postgres", database: "postgres", max: 8 },
    crash: async () => {
      await current?.terminate();
    },
  };
}

async function launchWorker(options: MetadataWorkerOptions): Promise<{ worker: Worker; life: EngineLife }> {
  const { path, execArgv } = startableModule(new URL("./metadata-worker.ts", import.meta.url));
  const worker = new Worker(path, { execArgv, workerData: options, stdout: true, stderr: true });
  let lastError = "";
  worker.on("error", (error) => {
    lastError = String(error);
  });
  worker.stdout.resume();
  worker.stderr.setEncoding("utf8").on("data", (text: string) => {
    lastError = (lastError + text).slice(-2_000);
  });
  const exited = new Promise<string>((resolve) => {
    worker.once("exit", (code) => resolve(`exit code ${code}${lastError === "" ? "" : `: ${lastError.trim()}`}`));
  });
  const ready = once(worker, "message").then(() => undefined);
  const failure = await Promise.race([ready, exited]);
  if (failure !== undefined) throw new KubinError("UNAVAILABLE", `The metadata engine did not start (${failure}).`);
  const stop = async (): Promise<void> => {
    worker.postMessage("stop");
    const giveUp = setTimeout(() => void worker.terminate(), stopWithinMs);
    await exited;
    clearTimeout(giveUp);
  };
  return { worker, life: { exited, stop } };
}
