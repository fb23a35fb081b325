import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { isKubinError, KubinError } from "@kubin/schema";
import { inert } from "../../output/inert.ts";
import { decrypterWith } from "./age-keys.ts";
import { damaged } from "./damaged.ts";
import { names } from "./tar-names.ts";
import { toWebStream } from "./to-web-stream.ts";

export type FileKind = "kubin" | "age" | "armored";

const ageMark = "age-encryption.org/v1\n";
const armorMark = "-----BEGIN AGE ENCRYPTED FILE-----";
/** Where the body of the first entry of a tar begins. */
const blockBytes = 512;
const formatMark = '"format":"kubin"';

/** Whether the file is a kubin file, by its first bytes: its tar begins with our begin.json, or age encrypted it. */
export async function kubinFileKind(path: string): Promise<FileKind | undefined> {
  const head = Buffer.alloc(blockBytes * 2);
  try {
    await using file = await open(path, "r");
    if (!(await file.stat()).isFile()) return undefined;
    await file.read(head, 0, head.length, 0);
  } catch {
    // Whoever opens it next says why it cannot be read.
    return undefined;
  }
  const text = head.toString("latin1");
  if (text.startsWith(ageMark)) return "age";
  if (text.startsWith(armorMark)) return "armored";
  const isOurs = text.startsWith(`${names.begin}\0`) && text.slice(blockBytes).includes(formatMark);
  return isOurs ? "kubin" : undefined;
}

/** Reads the tar of a kubin file from its beginning, each time it is called. */
export type ReadTar = () => AsyncIterable<Uint8Array>;

interface OpenKubinFile {
  path: string;
  kind: FileKind;
  identity: string | undefined;
  signal: AbortSignal;
}

/** Makes the tar of a kubin file readable, decrypted where it must be. Throws BAD_INPUT where the key is missing. */
export async function openKubinFile({ path, kind, identity, signal }: OpenKubinFile): Promise<ReadTar> {
  const read = () => createReadStream(path, { signal, highWaterMark: 256 * 1024 });
  if (kind === "kubin") return read;
  if (kind === "armored") {
    const sentence = `${inert(path)} is encrypted by age in its text form, which kubin does not read.`;
    throw new KubinError("BAD_INPUT", `${sentence}\nDecrypt it first: age -d -i KEYFILE -o x.kubin ${inert(path)}`);
  }
  if (identity === undefined) {
    const sentence = `${inert(path)} is encrypted by age.`;
    throw new KubinError("BAD_INPUT", `${sentence}\nName the file with your key: --identity KEYFILE`);
  }
  // A key file that is no such is told before anything is read.
  await decrypterWith(identity);
  return () => decrypted(read(), identity);
}

async function* decrypted(chunks: AsyncIterable<Uint8Array>, identity: string): AsyncGenerator<Uint8Array> {
  const decrypter = await decrypterWith(identity);
  try {
    yield* await decrypter.decrypt(toWebStream(chunks));
  } catch (error) {
    if (isKubinError(error) || isSystemError(error)) throw error;
    if (error instanceof Error && error.message.startsWith("no identity matched")) {
      const sentence = `The keys in ${inert(identity)} do not open this file: it is encrypted for others.`;
      throw new KubinError("BAD_INPUT", sentence, { cause: error });
    }
    throw damaged("it cannot be decrypted to its end", error);
  }
}

/** Aborts and faults of the disk have codes; what age says has none. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}
