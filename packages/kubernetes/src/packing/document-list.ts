import type { PartEntry } from "@kubin/schema";
import { detached } from "../bundle/detached.ts";

/** A manifest takes 200,000 parts; most of that is for logs and objects. */
const maxDocuments = 60_000;
/** JSON characters that the entries of documents may take of a manifest's 64 MiB. */
const maxCharacters = 12 * 1024 * 1024;
/** An entry without its path: the names of the fields, a digest, three numbers. */
const entryCharacters = 180;

export interface DocumentList {
  /** "new", or the path of the document with the same bytes; "full" when a manifest could not list it. */
  add(entry: PartEntry): { known: string } | "new" | "full";
}

/** The documents of one packing. Equal bytes have one key in the store, so they are one part. */
export function documentList(): DocumentList {
  const paths = new Map<string, string>();
  let characters = 0;
  return {
    add(entry) {
      const key = `${entry.type}/${entry.namespace}/${entry.sha256}`;
      const known = paths.get(key);
      if (known !== undefined) return { known };
      characters += entryCharacters + (entry.path?.length ?? 0);
      if (paths.size >= maxDocuments || characters > maxCharacters) return "full";
      paths.set(key, detached(entry.path ?? ""));
      return "new";
    },
  };
}
