import type { Readable, Writable } from "node:stream";

/** Everything of the process that a command may touch; `main.ts` alone takes it from the real one. */
export interface Io {
  stdout: Writable;
  stderr: Writable;
  stdin: Readable;
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** The working directory. */
  cwd: string;
  /** Only tests name another policy of the machine than `/etc/kubin/policy.yaml`. */
  policyFile?: string;
  terminal: { stdin: boolean; stdout: boolean; stderr: boolean };
  /** Characters and lines of the terminal now (it may be resized); 80 × 24 without one. */
  size(): { columns: number; rows: number };
  /** Aborted by Ctrl-C or SIGTERM. */
  signal: AbortSignal;
  /**
   * Takes the first Ctrl-C or SIGTERM for the command itself, which then ends in its own way; the next one aborts
   * `signal`. Returns the way to take it back.
   */
  onFirstStop(work: () => void): () => void;
  /** Runs `work` (no promises) when the process ends, however that comes; returns the way to take it back. */
  atExit(work: () => void): () => void;
}

/** Writes to stdout, and waits where its reader is slow. */
export async function print(io: Io, text: string): Promise<void> {
  await write(io.stdout, text);
}

/** Tells a person something on stderr. */
export function tell(io: Io, line: string): void {
  io.stderr.write(`${line}\n`);
}

/** Resolves once the stream takes more. A reader that is gone (EPIPE) is no error here: see `main.ts`. */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.write(text)) return resolve();
    const go = () => {
      for (const event of ["drain", "close", "error"]) stream.off(event, go);
      resolve();
    };
    for (const event of ["drain", "close", "error"]) stream.on(event, go);
  });
}
