import { inert } from "../../output/inert.ts";
import type { UnfinishedUpload } from "./unfinished-upload.ts";

/** How a person names the source of an unfinished upload. */
export function nameOf({ source, name }: Pick<UnfinishedUpload, "source" | "name">): string {
  return source.stdin ? `- (${inert(name)})` : inert(source.path);
}

/** How to import it from its beginning. */
export function anewOf({ source }: Pick<UnfinishedUpload, "source">): string {
  return source.stdin ? "pipe it into `kubin import -`" : `kubin import ${quoted(source.path)}`;
}

function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${inert(path).replaceAll("'", `'\\''`)}'`;
}
