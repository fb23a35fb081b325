import { KubinError } from "@kubin/schema";
import type { BundleEntry, BundleSource } from "./bundle-source.ts";
import { limitExpansion } from "./limit-expansion.ts";
import { type ProblemLog, problemLog } from "./problem-log.ts";
import { readTar } from "./read-tar.ts";
import { unpack } from "./unpack.ts";
import { headOf, isGzip, isTar, tarBlockBytes } from "./sniff.ts";

interface Packed {
  /** As shown to people; also the path of the entry when the file is no archive. */
  name: string;
  bytes: number;
  /** The bytes from the start, each time it is called. Leaving the loop ends the reading. */
  read(): AsyncIterable<Uint8Array>;
  gunzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/** One file as a source: a tar, a gzip of a tar or of one document, or a document. Decided by its bytes, not its name. */
export async function archiveSource(packed: Packed): Promise<BundleSource> {
  const problems = problemLog();
  const gzipped = isGzip(await headOf(packed.read(), 2));
  const unpacked = () =>
    gzipped ? limitExpansion(packed.gunzip(packed.read()), { packedBytes: packed.bytes }) : packed.read();
  const tar = isTar(await headOf(unpacked(), tarBlockBytes));
  return {
    name: packed.name,
    totalBytes: packed.bytes,
    entries: () => (tar ? readTar(unpacked(), problems) : document({ packed, unpacked, gzipped, problems })),
    isListed: false,
    problems: problems.all,
    unpack: (chunks) => unpack(chunks, packed.gunzip),
  };
}

interface Document {
  packed: Packed;
  unpacked(): AsyncIterable<Uint8Array>;
  gzipped: boolean;
  problems: ProblemLog;
}

async function* document(opts: Document): AsyncGenerator<BundleEntry> {
  const path = opts.gzipped ? opts.packed.name.replace(/\.gz$/i, "") : opts.packed.name;
  const size = opts.gzipped ? -1 : opts.packed.bytes;
  yield { path, kind: "file", size, content: () => contentOf(opts, path) };
}

async function* contentOf(opts: Document, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* opts.unpacked();
  } catch (error) {
    if (!(error instanceof KubinError) || error.code === "CANCELLED") throw error;
    opts.problems.add({ kind: "cut", path, detail: error.message });
    throw error;
  }
}
