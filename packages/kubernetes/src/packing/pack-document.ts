import { maxPartBytes } from "@kubin/schema";
import type { DocumentRole } from "../bundle/layout.ts";
import { concat, gzip } from "./gzip.ts";
import { type PackedPart, packPart } from "./pack-part.ts";
import type { PackWork } from "./start-packing.ts";

/** Documents are held whole; the largest seen is 3 MB, a journal can be far larger. */
const maxDocumentBytes = 64 * 1024 * 1024;
const maxFactCharacters = 1024 * 1024;

interface PackDocument {
  path: string;
  content: AsyncIterable<Uint8Array>;
  role: DocumentRole;
  work: PackWork;
  /** Files that are no text go up as they are, as `raw` parts. */
  includeRaw: boolean;
}

/**
 * One document as a part of its own. What is no text stays home, and is told, unless raw files are included; so does
 * what is too large. `text` is its beginning before redaction.
 */
export async function packDocument(opts: PackDocument): Promise<{ part?: PackedPart; text?: string }> {
  const { work, role, path } = opts;
  const namespace = role.namespace ?? "";
  const bytes = await readWhole(opts.content);
  if (!bytes) return left(opts, { kind: "cut", detail: "The document is larger than 64 MiB and was left out." });
  const text = textOf(bytes);
  if (text === undefined && !opts.includeRaw) {
    const detail = "It is no text, so it could not be searched for secrets and was not sent (--include-raw sends it).";
    return left(opts, { kind: "withheld", detail });
  }
  const content = text === undefined ? bytes : await redactDocumentText(text, opts);
  const part = await packPart({
    type: text === undefined ? "raw" : "bundle",
    namespace: work.redactor.namespace(namespace),
    bytes: await gzip(content),
    items: 1,
    path: work.redactor.label(path),
  });
  if (!part) left(opts, { kind: "cut", detail: `Packed, it is larger than ${maxPartBytes >> 20} MiB; it was left out.` });
  return { ...(part ? { part } : {}), ...(text === undefined ? {} : { text: text.slice(0, maxFactCharacters) }) };
}

function left({ path, role, work }: PackDocument, gap: { kind: "cut" | "withheld"; detail: string }) {
  work.gaps.add({ ...gap, what: path, namespace: role.namespace ?? "" });
  return {};
}

async function readWhole(content: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    length += chunk.length;
    if (length > maxDocumentBytes) return undefined;
    chunks.push(chunk);
  }
  return concat(chunks);
}

/** UTF-8, or UTF-16 with its mark, without NUL; undefined for anything else. */
function textOf(bytes: Uint8Array): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const text = new TextDecoder(wide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** JSON by its fields, and whatever it is by its lines too. */
async function redactDocumentText(text: string, { work, role, path }: PackDocument): Promise<Uint8Array> {
  const place = { namespace: role.namespace ?? "", where: path };
  const value = /^\s*[{[]/.test(text) ? parsed(text) : undefined;
  const plain = value ? JSON.stringify(work.redactor.document(value.value, place).value, undefined, 2) : text;
  async function* whole() {
    yield new TextEncoder().encode(plain);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of work.redactor.lines(whole(), place)) chunks.push(chunk);
  return concat(chunks);
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
