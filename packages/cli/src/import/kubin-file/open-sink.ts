import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { lstat, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { KubinError } from "@kubin/schema";
import { type Io, write } from "../../io.ts";
import { inert } from "../../output/inert.ts";

export interface Written {
  /** As it was named; "-" for stdout. */
  path: string;
  bytes: number;
  sha256: string;
}

/** Where a kubin file goes. Disposed before `finish`, nothing is left of it. */
export interface Sink extends AsyncDisposable {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<Written>;
}

interface OpenSink {
  io: Io;
  path: string;
  /** Takes the place of a file that is there. */
  force: boolean;
}

/**
 * A file of this name (0600), which is there when it is whole and not before; or stdout for "-". Throws BAD_INPUT where
 * a file is there already or none can be made, STORE_FULL.
 */
export async function openSink({ io, path, force }: OpenSink): Promise<Sink> {
  const hash = createHash("sha256");
  let bytes = 0;
  const count = (chunk: Uint8Array) => {
    hash.update(chunk);
    bytes += chunk.length;
  };
  const written = () => ({ path, bytes, sha256: hash.digest("hex") });
  if (path === "-") return stdoutSink(io, { count, written });
  const target = resolve(path);
  if (!force) await refuseTaken(target, path);
  const fresh = join(dirname(target), `.${basename(target)}.${process.pid}`);
  const file = await open(fresh, "w", 0o600).catch((error: unknown) => {
    throw writeError(error, path);
  });
  const takeBack = io.atExit(() => rmSync(fresh, { force: true }));
  return {
    async write(chunk) {
      count(chunk);
      await file.appendFile(chunk).catch((error: unknown) => {
        throw writeError(error, path);
      });
    },
    async finish() {
      await file.sync();
      await file.close();
      if (!force) await refuseTaken(target, path);
      await rename(fresh, target);
      return written();
    },
    async [Symbol.asyncDispose]() {
      await file.close();
      await rm(fresh, { force: true });
      takeBack();
    },
  };
}

function stdoutSink(io: Io, to: { count(chunk: Uint8Array): void; written(): Written }): Sink {
  if (io.terminal.stdout) {
    throw new KubinError(
      "BAD_INPUT",
      "--to-file - writes a file to stdout, and that is a terminal. Send it somewhere.",
    );
  }
  return {
    async write(chunk) {
      to.count(chunk);
      await write(io.stdout, chunk);
    },
    finish: async () => to.written(),
    [Symbol.asyncDispose]: async () => {},
  };
}

async function refuseTaken(target: string, path: string): Promise<void> {
  const seen = await lstat(target).catch(() => undefined);
  if (seen) throw new KubinError("BAD_INPUT", `${inert(path)} is there already.\n--force writes over it.`);
}

function writeError(error: unknown, path: string): KubinError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const cause = { cause: error };
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new KubinError("STORE_FULL", `There is no space left for ${inert(path)}; nothing of it was kept.`, cause);
  }
  return new KubinError("BAD_INPUT", `${inert(path)} cannot be written${code ? ` (${code})` : ""}.`, cause);
}
