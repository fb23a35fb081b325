import { nameFields } from "../find/name-fields.ts";
import type { Json } from "./json.ts";

const maxLength = 16 * 1024;

/**
 * What a text filter looks through, one field a line: name, addresses, images, labels, annotations, lower-cased; at most
 * 16 KiB of UTF-8. A whole address is a whole line.
 */
export function searchTextOf(object: Json): string {
  const lines = nameFields(object).map(({ line }) => line);
  return cutUtf8(lines.join("\n").slice(0, maxLength).toLowerCase());
}

function cutUtf8(joined: string): string {
  const { read } = new TextEncoder().encodeInto(joined, new Uint8Array(maxLength));
  return joined.slice(0, read);
}
