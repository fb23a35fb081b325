import { randomUUID } from "node:crypto";
import { createWriteStream, rmSync } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { KubinError } from "@kubin/schema";
import { type Io, tell } from "../../io.ts";
import { refuseKeyboard } from "../refuse-keyboard.ts";
import { resumeFolders } from "./resume-folders.ts";
import { sweepSpools } from "./sweep-spools.ts";

/** What came by stdin, in a file with a name, so that a stopped import finds it again. */
export interface KeptSpool extends AsyncDisposable {
  path: string;
  /** A note refers to it: it stays when the program is stopped. */
  noted(): void;
}

/**
 * Writes stdin to a file (0600) of the state folder. It goes with the program, unless a note of an unfinished upload
 * refers to it. Undefined, and told, where that folder cannot be written: such an import cannot be resumed. Throws
 * NOT_A_BUNDLE for an empty stdin, STORE_FULL, CANCELLED.
 */
export async function keepStdin(io: Io): Promise<KeptSpool | undefined> {
  refuseKeyboard(io);
  const { spools } = resumeFolders(io);
  const path = join(spools, `${process.pid}-${randomUUID()}`);
  try {
    await mkdir(spools, { recursive: true, mode: 0o700 });
  } catch {
    tell(io, `This import could not be resumed if it were stopped: ${spools} cannot be written.`);
    return undefined;
  }
  let needed = false;
  const takeBack = io.atExit(() => {
    if (!needed) rmSync(path, { force: true });
  });
  try {
    await pipeline(io.stdin, createWriteStream(path, { flags: "wx", mode: 0o600 }), { signal: io.signal });
    if ((await stat(path)).size === 0) throw new KubinError("NOT_A_BUNDLE", "stdin is empty.");
  } catch (error) {
    await rm(path, { force: true });
    throw spoolError({ error, io, spools });
  }
  return {
    path,
    noted() {
      needed = true;
    },
    async [Symbol.asyncDispose]() {
      await sweepSpools(io);
      takeBack();
    },
  };
}

function spoolError(opts: { error: unknown; io: Io; spools: string }): unknown {
  const { error, io, spools } = opts;
  if (io.signal.aborted) {
    return new KubinError("CANCELLED", "Stopped. Nothing was made on the server.", { cause: error });
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  const sentence = `What comes by stdin does not fit on the disk of ${spools}.`;
  return new KubinError(
    "STORE_FULL",
    `${sentence}\nFree some space, set XDG_STATE_HOME to a folder on another disk, or import a file instead.`,
    { cause: error },
  );
}
