import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";

/** Writes each stored byte of a kubin file below `folder`, unpacked, by tools that are not Kubin's. Returns the number of parts. */
export async function unpackKubinFile(file: string, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  await promisify(execFile)("tar", ["xf", file, "-C", folder]);
  let parts = 0;
  for (const entry of await readdir(join(folder, "parts"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const part = join(entry.parentPath, entry.name);
    // All members of a part of logs, one after the other.
    await writeFile(`${part}.txt`, gunzipSync(await readFile(part)));
    await rm(part);
    parts++;
  }
  return parts;
}
