import type { BundleEntry } from "../bundle/bundle-source.ts";
import { redactDocument } from "../redaction/redact-object.ts";
import { redactText } from "../redaction/redact-text.ts";
import type { Redacted } from "../redaction/redacted.ts";
import type { RedactionRule } from "../redaction/redaction-counts.ts";
import type { GapList } from "./gap-list.ts";
import { concat, gzip } from "./gzip.ts";
import { type PackedPart, packPart } from "./pack-part.ts";

/** Documents are held whole; the largest seen (`event-filter.html`) is 3 MB. */
const maxDocumentBytes = 64 * 1024 * 1024;

interface PackDocument {
  entry: BundleEntry;
  isJson: boolean;
  gaps: GapList;
  onRedact(rule: RedactionRule): void;
}

/** One document as a part of its own; undefined, and told, when it is too large or no JSON. `text` is its content. */
export async function packDocument(opts: PackDocument): Promise<{ part: PackedPart | undefined; text: string }> {
  const bytes = await readDocument(opts.entry);
  if (!bytes) return { part: undefined, text: tooLarge(opts) };
  const content = opts.isJson ? redactedJson(bytes, opts.onRedact) : redactText(bytes);
  if (!content) {
    const detail =
      "The document is no JSON, or it ends early; it was left out, since it could not be searched for secrets.";
    opts.gaps.add({ kind: "unparseable", what: opts.entry.path, detail });
    return { part: undefined, text: "" };
  }
  const part = await packPart({
    type: "bundle",
    namespace: "",
    bytes: await gzip(content),
    items: 1,
    path: opts.entry.path,
  });
  if (!part) tooLarge(opts);
  return { part, text: new TextDecoder().decode(bytes.subarray(0, 64 * 1024)) };
}

async function readDocument(entry: BundleEntry): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of entry.content()) {
    length += chunk.length;
    if (length > maxDocumentBytes) return undefined;
    chunks.push(chunk);
  }
  return concat(chunks);
}

function tooLarge(opts: PackDocument): "" {
  opts.gaps.add({ kind: "cut", what: opts.entry.path, detail: "The document is too large and was left out." });
  return "";
}

function redactedJson(bytes: Uint8Array, onRedact: PackDocument["onRedact"]): Redacted<Uint8Array> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const text = JSON.stringify(redactDocument(value, onRedact).value, undefined, 2);
  return redactText(new TextEncoder().encode(text));
}
