import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { KubinError } from "@kubin/schema";

export interface StoreBody {
  /** Where it shall be. */
  place: string;
  /** Private folder on the same file system. */
  incoming: string;
  size: number;
  sha256: string;
  body: AsyncIterable<Uint8Array>;
}

/**
 * Writes `body` to a file beside the objects and moves it to its place when every byte is there, is what was announced
 * and is on the disk. Throws TOO_LARGE at the first byte too many, DIGEST_MISMATCH, BAD_INPUT (too short), STORE_FULL.
 */
export async function storeBody(options: StoreBody): Promise<void> {
  const { place, incoming } = options;
  const draft = join(incoming, randomUUID());
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await writeChecked(file, options);
      await file.sync();
    } finally {
      await file.close();
    }
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(draft, place);
    await syncFolder(dirname(place));
  } catch (error) {
    await rm(draft, { force: true });
    throw isNoSpace(error) ? new KubinError("STORE_FULL", "The server's disk is full.", { cause: error }) : error;
  }
}

async function writeChecked(file: FileHandle, options: StoreBody): Promise<void> {
  const { size, sha256, body } = options;
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > size) throw new KubinError("TOO_LARGE", `More than the announced ${size} bytes were sent.`);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  if (bytes < size) throw new KubinError("BAD_INPUT", `Only ${bytes} of the announced ${size} bytes were sent.`);
  if (hash.digest("hex") !== sha256) {
    throw new KubinError("DIGEST_MISMATCH", "The bytes are not those that were announced.");
  }
}

/** A rename is only on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}
