import type { BundleEntry } from "../bundle-source.ts";
import { type Peeked, peek } from "../peek.ts";
import type { Platform } from "../platform.ts";
import { type ProblemLog, problemsBelow } from "../problem-log.ts";
import { containerOf, foreignArchive, headOf, sniffedBytes } from "../sniff.ts";
import { readTar } from "../tar/read-tar.ts";
import type { Expansion } from "../unpack/limit-expansion.ts";
import type { Packing } from "../unpack/packing.ts";
import { unpackAs } from "../unpack/unpack.ts";
import { readNestedZip } from "./read-nested-zip.ts";

/** Names worth a look at their bytes, which decide. */
const archiveName = /\.(tar|tgz|txz|tzst|tar\.\w{1,8}|zip)$/i;
/** Enough to unpack the first header from: a block of zstd may take 128 KiB. */
const packedHeadBytes = 160 * 1024;

export interface Expanding {
  platform: Platform;
  expansion: Expansion;
  problems: ProblemLog;
}

/**
 * Opens the archives among the entries: one at `a/b.zip` becomes the entries `a/b.zip/<path inside>`. One level: an
 * archive in such an archive is given as the file that it is, and told.
 */
export async function* expandNested(entries: AsyncIterable<BundleEntry>, opts: Expanding): AsyncGenerator<BundleEntry> {
  for await (const entry of entries) {
    if (!isNamedArchive(entry)) {
      yield entry;
      continue;
    }
    const start = peek(entry.content());
    try {
      const inner = await entriesIn(entry, start, opts);
      if (inner) yield* below(entry.path, inner, opts);
      else yield looked(entry, start);
    } finally {
      await start.leave();
    }
  }
}

function isNamedArchive({ kind, path, size }: BundleEntry): boolean {
  return kind === "file" && size !== 0 && archiveName.test(path);
}

/** The entries of an archive; undefined when its bytes are none that Kubin opens. */
async function entriesIn(
  entry: BundleEntry,
  start: Peeked,
  opts: Expanding,
): Promise<AsyncIterable<BundleEntry> | undefined> {
  const problems = problemsBelow(entry.path, opts.problems);
  const head = await start.head(sniffedBytes);
  const container = containerOf(head);
  switch (container) {
    case "tar":
      return readTar(start.all(), problems);
    case "zip":
      return readNestedZip({ ...opts, chunks: start.all(), problems });
    case "document": {
      const foreign = foreignArchive(head);
      if (foreign) problems.add({ kind: "refused", path: "", detail: `It is ${foreign}, which Kubin does not open.` });
      return undefined;
    }
    default:
      if (!(await holdsTar(container, start, opts))) return undefined;
      return readTar(unpackAs(container, start.all(), unpacking(opts)), problems);
  }
}

async function holdsTar(packing: Packing, start: Peeked, opts: Expanding): Promise<boolean> {
  const packed = await start.head(packedHeadBytes);
  async function* once() {
    yield packed;
  }
  return containerOf(await headOf(unpackAs(packing, once(), unpacking(opts)), sniffedBytes)) === "tar";
}

function unpacking({ platform, expansion }: Expanding) {
  return { inflate: platform.inflate, expansion };
}

async function* below(
  outer: string,
  inner: AsyncIterable<BundleEntry>,
  { problems }: Expanding,
): AsyncGenerator<BundleEntry> {
  for await (const entry of inner) {
    const found = { ...entry, path: `${outer}/${entry.path}` };
    if (!isNamedArchive(entry)) {
      yield found;
      continue;
    }
    const start = peek(entry.content());
    try {
      if (containerOf(await start.head(sniffedBytes)) !== "document") {
        problems.add({
          kind: "refused",
          path: found.path,
          detail: "It is an archive in an archive in an archive; one level is opened.",
        });
      }
      yield looked(found, start);
    } finally {
      await start.leave();
    }
  }
}

/** The entry with the bytes that were looked at. */
function looked(entry: BundleEntry, start: Peeked): BundleEntry {
  let isRead = false;
  const content = () => {
    if (isRead) return entry.content();
    isRead = true;
    return start.all();
  };
  return { ...entry, content };
}
