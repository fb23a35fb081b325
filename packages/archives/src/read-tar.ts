import { isKubinError, KubinError } from "@kubin/schema";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import type { BundleEntry } from "./bundle-source.ts";
import { checkEntryPath } from "./entry-path.ts";
import type { ProblemLog } from "./problem-log.ts";
import { endsWithZeros } from "./zero-tail.ts";

/** More entries than any bundle has; beyond, reading stops. */
const maxEntries = 1_000_000;
/** A tar ends with two empty blocks of 512 bytes. */
const endMarkBytes = 1024;

/**
 * The entries of a tar as it streams by. Never throws for damage: it gives what is readable, ends, and tells `problems`.
 * Leaving the loop stops reading.
 */
export async function* readTar(chunks: AsyncIterable<Uint8Array>, problems: ProblemLog): AsyncGenerator<BundleEntry> {
  const decoder = createTarDecoder();
  const reader = decoder.readable.getReader();
  const feed = feeder(chunks, decoder.writable);
  try {
    for (let count = 0; ; count++) {
      const next = await reader.read();
      if (next.done) break;
      if (count >= maxEntries) {
        problems.add({ kind: "cut", path: "", detail: `Only the first ${maxEntries} entries were read.` });
        return;
      }
      const body = next.value.body.getReader();
      const entry = entryOf({ header: next.value.header, body, problems });
      if (entry) yield entry;
      // Read to the end, not cancelled: a late cancel makes modern-tar 0.8.6 lose the body of the next entry.
      while (!(await body.read()).done);
    }
    const failure = await feed.done;
    if (failure !== undefined) problems.add({ kind: "cut", path: "", detail: reasonOf(failure) });
    else if (!feed.sawEnd()) problems.add({ kind: "cut", path: "", detail: "The archive ends without its end mark." });
  } catch (error) {
    if (isKubinError(error, "CANCELLED")) throw error;
    problems.add({ kind: "cut", path: "", detail: "The archive is damaged; what follows cannot be read." });
  } finally {
    feed.stop();
    await reader.cancel().catch(ignore);
    await feed.done;
  }
}

function reasonOf(failure: unknown): string {
  return isKubinError(failure) ? failure.message : "The archive is damaged; what follows cannot be read.";
}

interface Parsed {
  header: ParsedTarEntry["header"];
  body: ReadableStreamDefaultReader<Uint8Array>;
  problems: ProblemLog;
}

function entryOf({ header, body, problems }: Parsed): BundleEntry | undefined {
  const checked = checkEntryPath(header.name);
  if ("refused" in checked) {
    problems.add({ kind: "refused", path: header.name, detail: checked.refused });
    return undefined;
  }
  if (checked.path === "") return undefined;
  const entry: BundleEntry = {
    path: checked.path,
    kind: kindOf(header.type),
    size: header.size,
    content: () => bodyOf({ header, body, problems }, checked.path),
  };
  if (entry.kind === "link" && header.linkname !== undefined) entry.linkTarget = header.linkname;
  return entry;
}

function kindOf(type: ParsedTarEntry["header"]["type"]): BundleEntry["kind"] {
  if (type === undefined || type === "file") return "file";
  if (type === "directory") return "directory";
  return type === "link" || type === "symlink" ? "link" : "other";
}

async function* bodyOf({ header, body, problems }: Parsed, path: string): AsyncGenerator<Uint8Array> {
  let read = 0;
  for (;;) {
    const next = await body.read();
    if (next.done) break;
    read += next.value.length;
    yield next.value;
  }
  if (read >= header.size) return;
  const detail = `The archive ends inside this file: ${read} of ${header.size} bytes were read.`;
  problems.add({ kind: "cut", path, detail });
  throw new KubinError("BAD_INPUT", detail);
}

/** Writes the chunks into the decoder. `done` never rejects: it gives the error that ended the chunks, if any. */
function feeder(chunks: AsyncIterable<Uint8Array>, writable: WritableStream<Uint8Array>) {
  const writer = writable.getWriter();
  const tail = endsWithZeros(endMarkBytes);
  let stopped = false;
  async function run(): Promise<unknown> {
    let failure: unknown;
    try {
      for await (const chunk of chunks) {
        if (stopped) break;
        tail.add(chunk);
        await writer.write(chunk);
      }
    } catch (error) {
      failure = error;
    }
    await writer.close().catch(ignore);
    return stopped ? undefined : failure;
  }
  return { done: run(), sawEnd: tail.reached, stop: () => (stopped = true) };
}

/** For streams that are over already: closing them once more is no news. */
function ignore(): void {}
