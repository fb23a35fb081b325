import { Namespace, type PartEntry } from "@kubin/schema";
import type { DocumentRole } from "../bundle/layout.ts";
import { gzip } from "./gzip.ts";
import type { PackWork } from "./start-packing.ts";

/** PartEntry takes so many characters of a path. */
const maxPath = 1024;

export interface PackDocument {
  path: string;
  contents: { bytes: AsyncIterable<Uint8Array>; isToldBySource(): boolean };
  role: DocumentRole;
  work: PackWork;
  /** Files that are no text go up as they are, as `raw` parts. */
  includeRaw: boolean;
}

/** What `packPart` makes a part of. */
export async function newPart(opts: PackDocument, { type, bytes }: { type: "bundle" | "raw"; bytes: Uint8Array }) {
  return { ...nameOf(opts), type, bytes: await gzip(bytes), items: 1 };
}

export function nameOf({ work, role, path }: PackDocument): { namespace: string; path: string } {
  const namespace = work.redactor.namespace(validNamespace(role));
  return { namespace, path: work.redactor.label(path).slice(0, maxPath) };
}

/** False, and told, where the manifest has it already, or is full. */
export function isListed(opts: PackDocument, entry: PartEntry): boolean {
  const found = opts.work.documents.add(entry);
  if (found === "new") return true;
  if (found === "full") {
    const detail = "The bundle has more documents than a manifest can list; these were left out.";
    opts.work.gaps.add({ kind: "cut", what: "further documents", namespace: validNamespace(opts.role), detail });
  } else tell(opts, "duplicate", `It has the same content as ${found.known}, which stands for both.`);
  return false;
}

/** Into the coverage, by its path. */
export function tell({ path, role, work }: PackDocument, kind: "cut" | "withheld" | "duplicate", detail: string): void {
  work.gaps.add({ kind, what: path, namespace: validNamespace(role), detail });
}

/** A path can name anything. */
function validNamespace({ namespace = "" }: DocumentRole): string {
  return Namespace.safeParse(namespace).success ? namespace : "";
}
