import { open } from "node:fs/promises";
import { KubinError } from "@kubin/schema";

const leastBytes = 32;
/** A file that is longer holds something else. */
const maxFileBytes = 4096;
const howTo =
  "Make one: (umask 077; openssl rand -base64 32 > kubin-redaction.key), and keep it on the capturing side.";

/**
 * The team's key for redaction marks: at least 32 bytes as base64 or hex. With one key, marks of nightly snapshots
 * compare. Throws BAD_INPUT for a file that others may read, or that holds no key.
 */
export async function readTeamKey(path: string): Promise<Uint8Array> {
  const text = await readPrivate(path);
  const key = decode(text.trim());
  if (key && key.length >= leastBytes) return key;
  const sentence = `${path} holds no redaction key. Expected at least ${leastBytes} random bytes, as base64 or hex.`;
  throw new KubinError("BAD_INPUT", `${sentence}\n${howTo}`);
}

async function readPrivate(path: string): Promise<string> {
  try {
    await using handle = await open(path, "r");
    // Of the opened file, so that no other can take its place.
    const { mode, size } = await handle.stat();
    if ((mode & 0o007) !== 0 && process.platform !== "win32") {
      const sentence = `${path} can be read or written by every user of this machine, so it is no secret.`;
      throw new KubinError("BAD_INPUT", `${sentence}\nTake that away: chmod 600 ${path}`);
    }
    if (size > maxFileBytes) return "";
    return await handle.readFile("latin1");
  } catch (error) {
    if (error instanceof KubinError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new KubinError("BAD_INPUT", `The redaction key ${path} cannot be read (${code}).\n${howTo}`, {
      cause: error,
    });
  }
}

function decode(text: string): Uint8Array | undefined {
  if (/^[0-9a-f]+$/i.test(text) && text.length % 2 === 0) return Buffer.from(text, "hex");
  if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return Buffer.from(text, "base64");
  return undefined;
}
