#!/usr/bin/env node
import { setMaxListeners } from "node:events";
import type { Io } from "./io.ts";
import { run } from "./run.ts";
import { useProxy } from "./session/use-proxy.ts";

/** After Ctrl-C the program may say goodbye, but not longer than this. */
const farewellMs = 950;

const stop = new AbortController();
// Every request listens to it.
setMaxListeners(0, stop.signal);
const atExit = new Set<() => void>();
let firstStop: (() => void) | undefined;

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  env: process.env,
  platform: process.platform,
  get cwd() {
    return process.cwd();
  },
  terminal: {
    stdin: process.stdin.isTTY === true,
    stdout: process.stdout.isTTY === true,
    stderr: process.stderr.isTTY === true,
  },
  size: () => ({
    columns: process.stdout.columns || process.stderr.columns || 80,
    rows: process.stdout.rows || process.stderr.rows || 24,
  }),
  signal: stop.signal,
  onFirstStop(work) {
    firstStop = work;
    return () => {
      firstStop = undefined;
    };
  },
  atExit(work) {
    atExit.add(work);
    return () => atExit.delete(work);
  },
};

process.on("exit", () => {
  for (const work of atExit) work();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (firstStop) {
      const work = firstStop;
      firstStop = undefined;
      return work();
    }
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
    setTimeout(() => process.exit(130), farewellMs).unref();
  });
}
// `kubin logs … | head`: the reader has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

/** No top-level await: the single-file executable is a CommonJS script. */
async function main(): Promise<void> {
  await useProxy(io);
  const exitCode = await run(process.argv.slice(2), io);
  await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
  process.exit(exitCode);
}
void main();
