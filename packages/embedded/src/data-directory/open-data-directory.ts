import { createHmac, randomBytes } from "node:crypto";
import { chmod, link, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KubinError } from "@kubin/schema";
import { holdAddress, lockAddress } from "./hold-address.ts";

/** Node 20 cuts a longer socket path silently, and the socket then lies outside the private folder. */
const longestSocketPath = 103;
const longestSocketName = ".s.PGSQL.5432".length;

export interface DataDirectory {
  path: string;
  /** Private and empty at the start; for Unix sockets. */
  socketDir: string;
  /** A key for `purpose`, the same at each start. */
  keyFor(purpose: string): Buffer;
  /** Address of a lock of this directory. */
  lockAddress(name: string): string;
  release(): Promise<void>;
}

/**
 * Makes (0700) or opens the data directory and locks it for this process; the lock ends with the process, however it
 * ends. Throws CONFLICT while another process uses the directory.
 */
export async function openDataDirectory(dataDir: string): Promise<DataDirectory> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = await realpath(dataDir);
  await chmod(path, 0o700);
  const secret = await openSecret(join(path, "secret"));
  const { dev, ino } = await stat(path);
  const addressOf = (name: string): string => lockAddress({ folder: path, name: `${dev} ${ino} ${name}`, secret });
  const held = await holdAddress(addressOf("directory"));
  if (!("release" in held)) {
    const who = held.heldBy === 0 ? "another process" : `process ${held.heldBy}`;
    throw new KubinError("CONFLICT", `${path} is in use by ${who}. Stop that one first, or choose another directory.`);
  }
  try {
    const sockets = await makeSocketDir(path);
    return {
      path,
      socketDir: sockets,
      keyFor: (purpose) => createHmac("sha256", secret).update(purpose).digest(),
      lockAddress: addressOf,
      release: async () => {
        await rm(sockets, { recursive: true, force: true });
        await held.release();
      },
    };
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** 32 random bytes in a file of 0600, made once; of two processes that make it at the same time, one wins. */
async function openSecret(path: string): Promise<Buffer> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, randomBytes(32), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const secret = await readFile(path);
  if (secret.length !== 32) throw new KubinError("UNAVAILABLE", `${path} is damaged: expected 32 bytes.`);
  return secret;
}

/** Only called with the lock held: what lies there is left over from a process that was killed. */
async function makeSocketDir(path: string): Promise<string> {
  const folder = join(path, "run");
  if (Buffer.byteLength(folder) + 1 + longestSocketName > longestSocketPath) return mkdtemp(join(tmpdir(), "kubin-"));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return folder;
}
