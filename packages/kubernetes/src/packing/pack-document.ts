import { maxPartBytes, Namespace } from "@kubin/schema";
import type { DocumentRole } from "../bundle/layout.ts";
import { gzip } from "./gzip.ts";
import { type PackedPart, packPart } from "./pack-part.ts";
import { readDocument, textOf, wholeLines } from "./read-document.ts";
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
  const { bytes, cut } = await readDocument(opts.contents.bytes);
  if (cut !== undefined && bytes.length === 0) {
    if (!opts.contents.isToldBySource()) tell(opts, "cut", cut);
    return {};
  }
  const text = textOf(bytes);
  if (text === undefined) return opts.includeRaw ? await packRaw(opts, { bytes, cut }) : withheld(opts, notText);
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

async function packText(opts: PackDocument, redacted: Uint8Array): Promise<PackedPart | undefined> {
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
    return listed(opts, part);
  }
  tell(opts, "cut", `Packed, the document is larger than ${maxPartBytes >> 20} MiB, in one line; it was left out.`);
  return undefined;
}

async function packRaw(opts: PackDocument, read: { bytes: Uint8Array; cut: string | undefined }) {
  const part =
    read.cut === undefined ? await packPart(await newPart(opts, { type: "raw", bytes: read.bytes })) : undefined;
  const tooLarge = `Packed, it is larger than ${maxPartBytes >> 20} MiB; it was left out.`;
  if (!part)
    tell(
      opts,
      "cut",
      read.cut === undefined ? tooLarge : `${read.cut} A file that is no text is sent whole or not at all.`,
    );
  const known = part && listed(opts, part);
  return known ? { part: known } : {};
}

async function newPart(
  { work, role, path }: PackDocument,
  { type, bytes }: { type: "bundle" | "raw"; bytes: Uint8Array },
) {
  const namespace = work.redactor.namespace(validNamespace(role));
  return { type, namespace, bytes: await gzip(bytes), items: 1, path: work.redactor.label(path).slice(0, maxPath) };
}

function listed(opts: PackDocument, part: PackedPart): PackedPart | undefined {
  const found = opts.work.documents.add(part.entry);
  if (found === "new") return part;
  if (found === "full") {
    const detail = "The bundle has more documents than a manifest can list; these were left out.";
    opts.work.gaps.add({ kind: "cut", what: "further documents", namespace: validNamespace(opts.role), detail });
  } else tell(opts, "duplicate", `It has the same content as ${found.known}, which stands for both.`);
  return undefined;
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
