import { createHash } from "node:crypto";
import { KubinError, type Manifest, type PartEntry } from "@kubin/schema";
import { createTarPacker, packTar, type TarHeader } from "modern-tar";
import type { KubinFileBegin } from "./begin-document.ts";
import { limits, names, partName } from "./tar-names.ts";

const blockBytes = 512;
const pieceBytes = 256 * 1024;

export interface KubinTar {
  begin: KubinFileBegin;
  parts: AsyncIterable<{ entry: PartEntry; bytes: Uint8Array }>;
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
  async function* sealed(name: string, bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for await (const chunk of entryChunks(name, bytes)) {
      seal.update(chunk);
      yield chunk;
    }
  }
  yield* sealed(names.begin, json(begin));
  const written = new Set<string>();
  for await (const { entry, bytes } of parts) {
    const name = partName(entry);
    if (written.has(name)) continue;
    written.add(name);
    yield* sealed(name, bytes);
  }
  const last = json(manifest());
  if (last.length > limits.manifestBytes) {
    const most = `${limits.manifestBytes >> 20} MiB`;
    throw new KubinError("TOO_LARGE", `The list of what is in the bundle is larger than ${most}; it fits in no file.`);
  }
  yield* sealed(names.manifest, last);
  yield await sealEntry(seal.digest("hex"));
}

/** The last bytes of a kubin file, with the end mark of the tar: `limits.sealBytes` of them. */
export function sealEntry(digest: string): Promise<Uint8Array> {
  const body = new TextEncoder().encode(`${digest}\n`);
  return packTar([{ header: headerOf(names.seal, body), body }]);
}

/** One entry without an end mark behind it, in small pieces: what encrypts them makes copies. */
async function* entryChunks(name: string, body: Uint8Array): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const reader = readable.getReader();
  const writer = controller.add(headerOf(name, body)).getWriter();
  const writing = writer.write(body).then(() => writer.close());
  // Whoever waits for it below gets its error.
  writing.catch(() => {});
  let left = blockBytes + Math.ceil(body.length / blockBytes) * blockBytes;
  while (left > 0) {
    const { value } = await reader.read();
    if (!value) break;
    left -= value.length;
    for (let at = 0; at < value.length; at += pieceBytes) yield value.subarray(at, at + pieceBytes);
  }
  await writing;
}

/** The same for equal content, whoever writes it and whenever. */
function headerOf(name: string, body: Uint8Array): TarHeader {
  return { name, size: body.length, mode: 0o600, mtime: new Date(0), uid: 0, gid: 0 };
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
