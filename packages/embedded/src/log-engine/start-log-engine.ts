import { type ChildProcess, fork } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { Agent } from "node:http";
import { join } from "node:path";
import {
  type ClickHouseClient,
  type ClickHouseClientConfigOptions,
  ClickHouseLogLevel,
  createClient,
} from "@clickhouse/client";
import type { Log } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { startableModule } from "../engine/startable-module.ts";
import { type EngineLife, type SupervisedEngine, supervise } from "../engine/supervise.ts";
import type { BridgeProcessOptions } from "./bridge-options.ts";

const stopWithinMs = 5_000;
const lastWordsWithinMs = 500;
/** Native statements, file work and gzip each take a thread of libuv's pool, which has four by default. */
const threadsOfLibuv = 16;

export interface LogEngine extends SupervisedEngine {
  /** Where the engine listens. */
  socketPath: string;
  /** For a client of one's own with other options. */
  clientOptions(): ClickHouseClientConfigOptions;
  /** A new client that speaks to the engine; whoever asks closes it. */
  createClient(): ClickHouseClient;
  /** Process id of the engine, undefined while there is none. */
  pid(): number | undefined;
}

export interface StartLogEngine {
  /** Folder of the engine's data; made when it is missing. */
  dataDir: string;
  /** Folder that nobody else may enter, for the socket. */
  socketDir: string;
  /** See `lockAddress`. */
  lockAddress: string;
  log: Log;
  maxExecutionSeconds?: number;
  maxMemoryBytes?: number;
}

/** Starts chDB in a child process behind its bridge and restarts it after a crash. Throws UNAVAILABLE when it fails. */
export async function startLogEngine(options: StartLogEngine): Promise<LogEngine> {
  const { dataDir, socketDir, lockAddress, log } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const socketPath = join(socketDir, "logs.sock");
  const processOptions: BridgeProcessOptions = {
    dataDir: join(dataDir, "db"),
    spoolDir: join(dataDir, "spool"),
    socketPath,
    lockAddress,
    maxExecutionSeconds: options.maxExecutionSeconds ?? 60,
    maxMemoryBytes: options.maxMemoryBytes ?? 2 * 1024 ** 3,
  };
  let current: ChildProcess | undefined;
  const launch = async (): Promise<EngineLife> => {
    const { child, life } = await launchBridge(processOptions);
    current = child;
    return life;
  };
  const engine = await supervise({ name: "log engine", launch, log });
  const agentOptions = { keepAlive: true, socketPath };
  const clientOptions = (): ClickHouseClientConfigOptions => ({
    url: "http://localhost",
    http_agent: new Agent(agentOptions),
    request_timeout: 300_000,
    log: { level: ClickHouseLogLevel.OFF },
  });
  return {
    ...engine,
    socketPath,
    clientOptions,
    createClient: () => createClient(clientOptions()),
    pid: () => (engine.isUp() ? current?.pid : undefined),
  };
}

async function launchBridge(options: BridgeProcessOptions): Promise<{ child: ChildProcess; life: EngineLife }> {
  const { path, execArgv } = startableModule(new URL("./bridge-process.ts", import.meta.url));
  const child = fork(path, {
    execArgv,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { UV_THREADPOOL_SIZE: String(threadsOfLibuv), TZ: "UTC" },
  });
  child.send(options);
  let lastLines = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lastLines = (lastLines + text).slice(-2_000);
  });
  const exited = new Promise<string>((resolve) => {
    const tell = (how: string): void => resolve(lastLines === "" ? how : `${how}: ${lastLines.trim()}`);
    child.on("error", (error) => tell(String(error)));
    child.once("exit", (code, signal) => {
      const how = signal === null ? `exit code ${code}` : `ended by ${signal}`;
      // Its last words, unless something else keeps the pipe open.
      child.once("close", () => tell(how));
      setTimeout(() => tell(how), lastWordsWithinMs).unref();
    });
  });
  const ready = new Promise<undefined>((resolve) => {
    child.once("message", () => resolve(undefined));
  });
  const failure = await Promise.race([ready, exited]);
  if (failure !== undefined) throw new KubinError("UNAVAILABLE", `The log engine did not start (${failure}).`);
  const stop = async (): Promise<void> => {
    if (child.connected) child.send("stop");
    const giveUp = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
    await exited;
    clearTimeout(giveUp);
  };
  return { child, life: { exited, stop } };
}
