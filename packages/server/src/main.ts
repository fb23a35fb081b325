#!/usr/bin/env node
import { parseArgs } from "node:util";
import { isKubinError } from "@kubin/schema";
import { runCommand } from "./commands/run-command.ts";
import { loadConfig } from "./config.ts";
import { helpText } from "./help-text.ts";
import { type RunningServer, startServer } from "./start-server.ts";
import { version } from "./version.ts";

/** Longest that stopping may take, children included. */
const stopTimeoutMs = 30_000;

async function main(args: string[]): Promise<void> {
  const [name = "", ...rest] = args;
  if (name !== "" && !name.startsWith("-")) {
    process.stdout.write(await runCommand({ name, args: rest, env: process.env }));
    return;
  }
  const options = readOptions(args);
  if (options === undefined) process.exitCode = 2;
  else if (options.help) process.stdout.write(helpText());
  else if (options.version) process.stdout.write(`kubin-server ${version}\n`);
  else await serve();
}

function readOptions(args: string[]): { help?: boolean; version?: boolean } | undefined {
  try {
    const known = { help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "V" } } as const;
    return parseArgs({ args, options: known }).values;
  } catch (error) {
    console.error(`kubin-server: ${error instanceof Error ? error.message : error}\nTry kubin-server --help.`);
    return undefined;
  }
}

async function serve(): Promise<void> {
  // A stop that comes while the engines still open waits for them, so that none is left behind.
  let server: Promise<RunningServer> | undefined;
  let stops = 0;
  const stop = (exitCode: number) => {
    stops += 1;
    if (stops > 1) process.exit(130);
    setTimeout(() => {
      console.error("kubin-server: stopping took too long; leaving.");
      process.exit(1);
    }, stopTimeoutMs).unref();
    void (async () => {
      await (await server)?.close();
      process.exit(exitCode);
    })().catch(fail);
  };
  process.on("SIGINT", () => stop(0));
  process.on("SIGTERM", () => stop(0));
  // Whoever started us with a channel wants us gone with them.
  process.once("disconnect", () => stop(0));
  process.once("uncaughtException", (error) => {
    console.error("kubin-server: a defect, stopping:", error);
    stop(1);
  });
  server = startServer(loadConfig(process.env));
  const { url } = await server;
  process.stdout.write(`Kubin listens on ${url}\n`);
}

function fail(error: unknown): never {
  console.error("kubin-server:", isKubinError(error) ? error.message : error);
  process.exit(isKubinError(error, "BAD_INPUT") ? 2 : 1);
}

main(process.argv.slice(2)).catch(fail);
