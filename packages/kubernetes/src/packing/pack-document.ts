import { type HeldPart, maxPartBytes, type PackedPart } from "@kubin/schema";
import { isListed, newPart, type PackDocument, tell } from "./document-part.ts";
import { packPart } from "./pack-part.ts";
import { packRaw } from "./pack-raw.ts";
import { type ReadDocument, readDocument, textOf, wholeLines } from "./read-document.ts";
import { redactDocumentText } from "./redact-document.ts";

const maxFactCharacters = 1024 * 1024;

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

function withheld(opts: PackDocument, detail: string) {
  tell(opts, "withheld", detail);
  return {};
}
