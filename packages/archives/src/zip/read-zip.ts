import { isKubinError, KubinError } from "@kubin/schema";
import type { BundleEntry } from "../bundle-source.ts";
import { endsReading } from "../ends-reading.ts";
import { checkEntryPath } from "../entry-path.ts";
import { linkStaysInside } from "../link-stays-inside.ts";
import type { ProblemLog } from "../problem-log.ts";
import { localHeaderBytes, type ZipContent, zipContent } from "./zip-content.ts";
import type { ZipRecord } from "./zip-record.ts";

export interface ReadZip extends ZipContent {
  problems: Pick<ProblemLog, "add">;
}

/** The table of contents. Throws BAD_INPUT when there is none: the file was cut, for it stands at the end. */
export async function listZip({ file, platform }: Omit<ReadZip, "problems">): Promise<AsyncIterable<ZipRecord>> {
  try {
    return await platform.listZip(file);
  } catch (cause) {
    if (isKubinError(cause)) throw cause;
    const sentence = "The zip archive is cut or damaged: its table of contents, at the end, cannot be read.";
    throw new KubinError("BAD_INPUT", sentence, { cause });
  }
}

/**
 * The entries of a zip in the order of its table of contents; contents are read only where they are asked for. Never
 * throws for damage: it gives what is readable and tells `problems`.
 */
export async function* readZip(opts: ReadZip): AsyncGenerator<BundleEntry> {
  // Entries have bytes of their own; where they claim more than there are, they share them, as those of bombs do.
  let claimed = 0;
  try {
    for await (const record of await listZip(opts)) {
      claimed += localHeaderBytes + record.packedBytes;
      const entry = await entryOf({ opts, record, isOverlapping: claimed > opts.file.bytes });
      if (entry) yield entry;
    }
  } catch (error) {
    if (endsReading(error)) throw error;
    const damage = "The zip's table of contents is damaged; what follows cannot be read.";
    opts.problems.add({ kind: "cut", path: "", detail: isKubinError(error) ? error.message : damage });
  }
}

interface Found {
  opts: ReadZip;
  record: ZipRecord;
  isOverlapping: boolean;
}

async function entryOf({ opts, record, isOverlapping }: Found): Promise<BundleEntry | undefined> {
  const name = record.isOfDos ? record.name.replaceAll("\\", "/") : record.name;
  const refuse = (detail: string) => {
    opts.problems.add({ kind: "refused", path: name, detail });
    return undefined;
  };
  const checked = checkEntryPath(name);
  if ("refused" in checked) return refuse(checked.refused);
  const { path } = checked;
  if (path === "") return undefined;
  const kind = kindOf(name, record);
  if (kind === "directory") return { path, kind, size: 0, content: nothing };
  if (record.isEncrypted) return refuse("It is encrypted. Unpack the archive with its password first.");
  if (record.method !== 0 && record.method !== 8) {
    return refuse(`It is packed by a method (${record.method}) that Kubin does not read.`);
  }
  if (isOverlapping) return refuse("Its bytes are those of other entries too.");
  if (kind !== "link") return { path, kind, size: record.bytes, content: () => contentOf(opts, record, path) };
  const linkTarget = await targetOf(opts, record);
  if (linkTarget === undefined || !linkStaysInside(path, linkTarget))
    return refuse("The link leads out of the archive.");
  return { path, kind, linkTarget, size: 0, content: nothing };
}

/** Types of st_mode: 4 directory, 8 file, 10 link. */
function kindOf(name: string, { unixMode }: ZipRecord): BundleEntry["kind"] {
  const type = unixMode >> 12;
  if (name.endsWith("/") || type === 4) return "directory";
  if (type === 10) return "link";
  return type === 0 || type === 8 ? "file" : "other";
}

const maxTargetBytes = 4096;

/** A link of a zip has its target as content. */
async function targetOf(opts: ReadZip, record: ZipRecord): Promise<string | undefined> {
  if (record.bytes > maxTargetBytes) return undefined;
  const decoder = new TextDecoder();
  let target = "";
  try {
    for await (const chunk of zipContent(opts, record)) target += decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (endsReading(error)) throw error;
    return undefined;
  }
  return target + decoder.decode();
}

async function* contentOf(opts: ReadZip, record: ZipRecord, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* zipContent(opts, record);
  } catch (error) {
    if (isKubinError(error) && !endsReading(error)) opts.problems.add({ kind: "cut", path, detail: error.message });
    throw error;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
