import { isKubinError, KubinError } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "./bundle-source.ts";
import { checkEntries } from "./check-entries.ts";
import { endsReading } from "./ends-reading.ts";
import { expandNested } from "./nested/expand-nested.ts";
import type { Platform } from "./platform.ts";
import { type ProblemLog, problemLog } from "./problem-log.ts";
import type { RandomAccess } from "./random-access.ts";
import { type Container, containerOf, foreignArchive, headOf, isAgeFile, sniffedBytes } from "./sniff.ts";
import { readTar } from "./tar/read-tar.ts";
import type { Expansion } from "./unpack/limit-expansion.ts";
import { unpack, unpackAs } from "./unpack/unpack.ts";
import { listZip, readZip } from "./zip/read-zip.ts";

interface Archive {
  /** As shown to people; also the path of the entry when the file is no archive. */
  name: string;
  file: RandomAccess;
  platform: Platform;
  signal: AbortSignal | undefined;
}

/**
 * One file as a source: a zip, a tar or a document, the last two also packed with gzip, xz or zstd. Decided by its bytes,
 * not its name. Throws NOT_A_BUNDLE for archives of other kinds, BAD_INPUT for a zip that was cut.
 */
export async function archiveSource({ name, file: lying, platform, signal }: Archive): Promise<BundleSource> {
  const expansion: Expansion = { read: 0, made: 0 };
  const file = counted(lying, expansion);
  const problems = problemLog();
  const head = await headOf(file.read(0, file.bytes), sniffedBytes);
  refuseForeign(name, head);
  const opened = { name, file, platform, expansion, problems, signal };
  const container = containerOf(head);
  const entries = await entriesOf(opened, container);
  return {
    name,
    totalBytes: file.bytes,
    entries: () => checkEntries(expandNested(entries(), opened), opened),
    isListed: container === "zip",
    problems: problems.all,
    unpack: (chunks) => unpack(chunks, { inflate: platform.inflate, expansion }),
  };
}

interface Opened extends Archive {
  expansion: Expansion;
  problems: ProblemLog;
}

async function entriesOf(opened: Opened, container: Container): Promise<() => AsyncIterable<BundleEntry>> {
  const { name, file, platform, expansion, problems } = opened;
  const whole = () => file.read(0, file.bytes);
  switch (container) {
    case "zip":
      await listZip(opened);
      return () => readZip(opened);
    case "tar":
      return () => readTar(whole(), problems);
    case "document":
      return () => document({ path: name, size: file.bytes, bytes: whole, problems });
    default: {
      const unpacked = () => unpackAs(container, whole(), { inflate: platform.inflate, expansion });
      if (containerOf(await headOf(unpacked(), sniffedBytes)) === "tar") return () => readTar(unpacked(), problems);
      return () => document({ path: name.replace(/\.(gz|xz|zst)$/i, ""), size: -1, bytes: unpacked, problems });
    }
  }
}

interface Document {
  path: string;
  size: number;
  bytes(): AsyncIterable<Uint8Array>;
  problems: ProblemLog;
}

async function* document(opts: Document): AsyncGenerator<BundleEntry> {
  yield { path: opts.path, kind: "file", size: opts.size, content: () => contentOf(opts) };
}

async function* contentOf({ path, bytes, problems }: Document): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes();
  } catch (error) {
    if (isKubinError(error) && !endsReading(error)) problems.add({ kind: "cut", path, detail: error.message });
    throw error;
  }
}

function counted(file: RandomAccess, expansion: Expansion): RandomAccess {
  async function* read(from: number, to: number): AsyncGenerator<Uint8Array> {
    for await (const chunk of file.read(from, to)) {
      expansion.read += chunk.length;
      yield chunk;
    }
  }
  return { bytes: file.bytes, read };
}

function refuseForeign(name: string, head: Uint8Array): void {
  const foreign = foreignArchive(head);
  if (foreign)
    throw new KubinError("NOT_A_BUNDLE", `${name} is ${foreign}, which Kubin does not open; unpack it first.`);
  if (!isAgeFile(head)) return;
  throw new KubinError("NOT_A_BUNDLE", `${name} is encrypted with age; decrypt it first: age --decrypt.`);
}
