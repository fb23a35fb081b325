import { createHash, type Hash } from "node:crypto";
import { lstat, open, readdir, readlink, stat } from "node:fs/promises";
import { join } from "node:path";

/** Bytes at each end of a file that are looked at: what grows or is written anew changes there, or in size or time. */
const endBytes = 64 * 1024;

/**
 * Tells whether a source is still what it was, without reading it whole: of a file its size, its time and its ends; of
 * a folder names, sizes and times of everything below. 64 hex digits. Throws what the system says.
 */
export async function fingerprint(path: string): Promise<string> {
  const hash = createHash("sha256");
  const seen = await stat(path, { bigint: true });
  if (seen.isDirectory()) await addFolder(hash, path, "");
  else await addFile(hash, path);
  return hash.digest("hex");
}

async function addFile(hash: Hash, path: string): Promise<void> {
  await using file = await open(path, "r");
  const { size, mtimeNs } = await file.stat({ bigint: true });
  hash.update(`file ${size} ${mtimeNs}\n`);
  const head = Buffer.alloc(endBytes);
  const tail = Buffer.alloc(endBytes);
  const { bytesRead } = await file.read(head, 0, endBytes, 0);
  const end = await file.read(tail, 0, endBytes, Math.max(0, Number(size) - endBytes));
  hash.update(head.subarray(0, bytesRead)).update(tail.subarray(0, end.bytesRead));
}

async function addFolder(hash: Hash, root: string, below: string): Promise<void> {
  const names = (await readdir(join(root, below))).sort();
  for (const name of names) {
    const path = join(below, name);
    const seen = await lstat(join(root, path), { bigint: true });
    if (seen.isDirectory()) {
      hash.update(`${JSON.stringify(path)} folder\n`);
      await addFolder(hash, root, path);
    } else {
      const link = seen.isSymbolicLink() ? await readlink(join(root, path)) : "";
      hash.update(`${JSON.stringify([path, link])} ${seen.size} ${seen.mtimeNs}\n`);
    }
  }
}
