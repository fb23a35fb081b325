import { maxPartBytes, maxRawPartBytes, Namespace, type PartEntry } from "@kubin/schema";
import type { DocumentRole } from "../bundle/layout.ts";
import { gzip, gzipChunks } from "./gzip.ts";
import { isUnreadable } from "./is-unreadable.ts";
import { type HeldPart, type PackedPart, packPart } from "./pack-part.ts";
import { type ReadDocument, readDocument, textOf, wholeLines } from "./read-document.ts";
import { redactDocumentText } from "./redact-document.ts";
import type { PackWork } from "./start-packing.ts";

const maxFactCharacters = 1024 * 1024;
/** PartEntry takes so many characters of a path. */
const maxPath = 1024;

interface PackDocument {
  path: string;
  contents: { bytes: AsyncIterable<Uint8Array>; isToldBySource(): boolean };
  role: DocumentRole;
  work: PackWork;
  /** Files that are no text go up as they are, as `raw` parts. */
  includeRaw: boolean;
}

/**
 * One document as a part of its own. What is no text stays home, and is told, unless raw files are included. Of what is
 * too large, or breaks off, the beginning goes up, unless it was JSON or YAML, which is redacted whole or not at all.
 * `text` is the beginning before redaction, for facts.
 */
export async function packDocument(opts: PackDocument): Promise<{ part?: PackedPart; text?: string }> {
  const read = await readDocument(opts.contents.bytes);
  try {
    return await packRead(opts, read);
  } finally {
    await read.large?.rest.return?.();
  }
}

async function packRead(opts: PackDocument, read: ReadDocument): Promise<{ part?: PackedPart; text?: string }> {
  const { bytes, cut, large } = read;
  const isText = large === undefined || textOf(large.head, true) !== undefined;
  if (isText && cut !== undefined && bytes.length === 0) {
    if (!opts.contents.isToldBySource()) tell(opts, "cut", cut);
    return {};
  }
  const text = isText ? textOf(bytes) : undefined;
  if (text === undefined) return opts.includeRaw ? await packRaw(opts, read) : withheld(opts, notText);
  if (cut !== undefined) {
    if (/^\s*[{[]/.test(text.slice(0, 4096)) || opts.role.reshape) return withheld(opts, `${cut} ${notWhole}`);
    if (!opts.contents.isToldBySource()) tell(opts, "cut", cut);
  }
  const place = { namespace: opts.role.namespace ?? "", where: opts.path };
  const { redactor } = opts.work;
  const redacted = await redactDocumentText(text, { redactor, place, reshape: opts.role.reshape });
  if (!redacted) return withheld(opts, notParsed);
  const part = await packText(opts, redacted);
  return { ...(part ? { part } : {}), text: text.slice(0, maxFactCharacters) };
}

const notText = "It is no text, so it could not be searched for secrets and was not sent (--include-raw sends it).";
const notWhole = "It was not sent, since such a document is searched for secrets as a whole.";
const notParsed = "It holds a value of a Secret and is not the JSON that was expected, so it was not sent.";

async function packText(opts: PackDocument, redacted: Uint8Array): Promise<HeldPart | undefined> {
  for (
    let bytes = redacted;
    bytes.length > 0 || redacted.length === 0;
    bytes = wholeLines(bytes.subarray(0, bytes.length >> 1))
  ) {
    const part = await packPart(await newPart(opts, { type: "bundle", bytes }));
    if (!part) continue;
    if (bytes.length < redacted.length) {
      tell(opts, "cut", `Packed, the document is larger than ${maxPartBytes >> 20} MiB; its beginning was kept.`);
    }
    return isListed(opts, part.entry) ? part : undefined;
  }
  tell(opts, "cut", `Packed, the document is larger than ${maxPartBytes >> 20} MiB, in one line; it was left out.`);
  return undefined;
}

/** Whole or not at all: what would be left of a file that is no text is of use to nobody. */
async function packRaw(opts: PackDocument, { bytes, cut, large }: ReadDocument): Promise<{ part?: HeldPart }> {
  if (cut !== undefined && !large) {
    tell(opts, "cut", `${cut} ${wholeOnly}`);
    return {};
  }
  const part = large ? undefined : await packPart(await newPart(opts, { type: "raw", bytes }));
  if (part) return isListed(opts, part.entry) ? { part } : {};
  await keepRaw(opts, large ? bytesOf(large) : [bytes]);
  return {};
}

const wholeOnly = "A file that is no text is sent whole or not at all.";

/** Into the spool; it is among the last parts of the bundle. */
async function keepRaw(opts: PackDocument, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  const { raws } = opts.work;
  try {
    const kept = await raws.keep(gzipChunks(content));
    if (!kept)
      return tell(opts, "cut", `Packed, it is larger than ${maxRawPartBytes / 1024 ** 3} GiB; it was left out.`);
    const { sha256, size } = kept;
    const entry: PartEntry = { ...nameOf(opts), type: "raw", sha256, size, items: 1 };
    if (isListed(opts, entry)) raws.add(kept, entry);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    if (!opts.contents.isToldBySource()) tell(opts, "cut", `${error.message} ${wholeOnly}`);
  }
}

async function* bytesOf({ head, rest }: NonNullable<ReadDocument["large"]>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function newPart(opts: PackDocument, { type, bytes }: { type: "bundle" | "raw"; bytes: Uint8Array }) {
  return { ...nameOf(opts), type, bytes: await gzip(bytes), items: 1 };
}

function nameOf({ work, role, path }: PackDocument): { namespace: string; path: string } {
  const namespace = work.redactor.namespace(validNamespace(role));
  return { namespace, path: work.redactor.label(path).slice(0, maxPath) };
}

/** False, and told, where the manifest has it already, or is full. */
function isListed(opts: PackDocument, entry: PartEntry): boolean {
  const found = opts.work.documents.add(entry);
  if (found === "new") return true;
  if (found === "full") {
    const detail = "The bundle has more documents than a manifest can list; these were left out.";
    opts.work.gaps.add({ kind: "cut", what: "further documents", namespace: validNamespace(opts.role), detail });
  } else tell(opts, "duplicate", `It has the same content as ${found.known}, which stands for both.`);
  return false;
}

function withheld(opts: PackDocument, detail: string) {
  tell(opts, "withheld", detail);
  return {};
}

function tell({ path, role, work }: PackDocument, kind: "cut" | "withheld" | "duplicate", detail: string): void {
  work.gaps.add({ kind, what: path, namespace: validNamespace(role), detail });
}

/** A path can name anything. */
function validNamespace({ namespace = "" }: DocumentRole): string {
  return Namespace.safeParse(namespace).success ? namespace : "";
}
