import type { ByteCursor } from "../byte-cursor.ts";
import { decodeName, type TarHeader, tarBlockBytes } from "./tar-header.ts";

/** Names and attributes that are longer are not read; they are no names that a bundle has. */
const maxBytes = 1024 * 1024;

/** What stands before a member, in members of its own, because its header has no room for it. */
export interface LongNames {
  name?: string;
  linkName?: string;
  size?: number;
  isSparse?: boolean;
  /** Its name could not be read, so that it has none. */
  refused?: string;
}

/** Whether this header is no member but tells about the next one (x, X) or about all (g). */
export function tellsAboutOthers({ type }: TarHeader): boolean {
  return "xXgLK".includes(type);
}

/** Reads its body and the padding behind it. `before` are the long names that stand before this one. */
export async function readLongNames(cursor: ByteCursor, header: TarHeader, before: LongNames): Promise<LongNames> {
  const size = header.size ?? 0;
  const padded = Math.ceil(size / tarBlockBytes) * tarBlockBytes;
  // What is told about all are comments and times, never names.
  if (size > maxBytes || header.type === "g") {
    await cursor.skip(padded);
    return header.type === "g" ? before : { ...before, refused: "Its name is longer than 1 MiB." };
  }
  const body = (await cursor.take(padded)).subarray(0, size);
  if (header.type === "L") return { ...before, name: decodeName(body) };
  if (header.type === "K") return { ...before, linkName: decodeName(body) };
  return { ...before, ...paxNames(body) };
}

/** Records of `length key=value\n` (POSIX pax); what is no such record ends them. */
function paxNames(body: Uint8Array): LongNames {
  const found: LongNames = {};
  for (let at = 0; at < body.length; ) {
    const blank = body.indexOf(32, at);
    if (blank < 0 || blank - at > 10) break;
    const length = Number(decodeName(body.subarray(at, blank)));
    if (!Number.isInteger(length) || length <= blank - at || at + length > body.length) break;
    const record = new TextDecoder().decode(body.subarray(blank + 1, at + length - 1));
    const equals = record.indexOf("=");
    keep(found, record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return found;
}

function keep(found: LongNames, key: string, value: string): void {
  if (key === "path" || key === "GNU.sparse.name") found.name = value;
  else if (key === "linkpath") found.linkName = value;
  else if (key === "size" && /^\d{1,16}$/.test(value) && Number.isSafeInteger(Number(value)))
    found.size = Number(value);
  if (key.startsWith("GNU.sparse.")) found.isSparse = true;
}
