import { createHash } from "node:crypto";
import { bytesOf } from "@kubin/kubernetes";
import { KubinError, type Manifest, type PackedPart, type PartEntry } from "@kubin/schema";
import { createTarPacker, packTar, type TarHeader } from "modern-tar";
import { formatBytes } from "../../output/format-numbers.ts";
import { inert } from "../../output/inert.ts";
import type { KubinFileBegin } from "./begin-document.ts";
import { limits, names, partName } from "./tar-names.ts";

const blockBytes = 512;
const chunkBytes = 256 * 1024;

export interface KubinTar {
  begin: KubinFileBegin;
  parts: AsyncIterable<PackedPart>;
  /** Asked for once `parts` is exhausted. */
  manifest(): Manifest;
}

/**
 * A kubin file as it streams by, one entry at a time: begin.json, the parts (equal ones once), manifest.json, and a
 * seal, the digest of all bytes before it. Equal parts give equal bytes. Throws TOO_LARGE for a manifest that no
 * reader would take.
 */
export async function* kubinTar({ begin, parts, manifest }: KubinTar): AsyncGenerator<Uint8Array> {
  const seal = createHash("sha256");
  async function* sealed(entry: TarEntry): AsyncGenerator<Uint8Array> {
    for await (const chunk of entryChunks(entry)) {
      seal.update(chunk);
      yield chunk;
    }
  }
  yield* sealed(held(names.begin, json(begin)));
  const written = new Set<string>();
  for await (const part of parts) {
    const name = partName(part.entry);
    if (written.has(name)) continue;
    written.add(name);
    if (part.entry.size > limits.rawPartBytes) throw tooLarge(part.entry);
    yield* sealed({ name, size: part.entry.size, bytes: bytesOf(part) });
  }
  const last = json(manifest());
  if (last.length > limits.manifestBytes) {
    const most = `${limits.manifestBytes >> 20} MiB`;
    throw new KubinError("TOO_LARGE", `The list of what is in the bundle is larger than ${most}; it fits in no file.`);
  }
  yield* sealed(held(names.manifest, last));
  yield await sealEntry(seal.digest("hex"));
}

function tooLarge({ path = "", size }: PartEntry): KubinError {
  const sentence = `${inert(path)} has ${formatBytes(size)} packed; a kubin file takes at most 8 GiB of one file.`;
  return new KubinError("TOO_LARGE", `${sentence}\nImport the bundle without --to-file, or without --include-raw.`);
}

/** The last bytes of a kubin file, with the end mark of the tar: `limits.sealBytes` of them. */
export function sealEntry(digest: string): Promise<Uint8Array> {
  const body = new TextEncoder().encode(`${digest}\n`);
  return packTar([{ header: headerOf({ name: names.seal, size: body.length }), body }]);
}

interface TarEntry {
  name: string;
  size: number;
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

function held(name: string, bytes: Uint8Array): TarEntry {
  return { name, size: bytes.length, bytes: [bytes] };
}

/** One entry without an end mark behind it, in small pieces: what encrypts them makes copies. */
async function* entryChunks(entry: TarEntry): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const reader = readable.getReader();
  const writing = write(entry, controller.add(headerOf(entry)).getWriter());
  // Whoever waits for it below gets its error.
  writing.catch(() => {});
  let left = blockBytes + Math.ceil(entry.size / blockBytes) * blockBytes;
  while (left > 0) {
    const { value } = await reader.read();
    if (!value) break;
    left -= value.length;
    for (let at = 0; at < value.length; at += chunkBytes) yield value.subarray(at, at + chunkBytes);
  }
  await writing;
}

async function write({ bytes }: TarEntry, writer: WritableStreamDefaultWriter<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of bytes) await writer.write(chunk);
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    throw error;
  }
}

/** The same for equal content, whoever writes it and whenever. */
function headerOf({ name, size }: { name: string; size: number }): TarHeader {
  return { name, size, mode: 0o600, mtime: new Date(0), uid: 0, gid: 0 };
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
