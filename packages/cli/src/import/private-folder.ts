import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Io } from "../io.ts";

export interface PrivateFolder extends AsyncDisposable {
  path: string;
}

/** A folder for this process alone (0700), gone at the end of it, also when it is stopped. TMPDIR says where. */
export async function privateFolder(io: Io): Promise<PrivateFolder> {
  const path = await mkdtemp(join(tmpdir(), "kubin-"));
  const takeBack = io.atExit(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true });
      takeBack();
    },
  };
}
