import { type HeldPart, type LogMember, maxPartBytes, type PackedPart, type PartEntry } from "@kubin/schema";

/** The bytes of a part, large or not, in their order. */
export async function* bytesOf(part: PackedPart): AsyncGenerator<Uint8Array> {
  if ("bytes" in part) yield part.bytes;
  else yield* part.pieces();
}

interface NewPart {
  type: PartEntry["type"];
  namespace: string;
  bytes: Uint8Array;
  items: number;
  members?: LogMember[];
  path?: string;
}

/** The part with its digest; undefined when it is larger than the store takes. */
export async function packPart(part: NewPart): Promise<HeldPart | undefined> {
  if (part.bytes.length > maxPartBytes) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(part.bytes));
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const entry: PartEntry = {
    type: part.type,
    namespace: part.namespace,
    sha256,
    size: part.bytes.length,
    items: part.items,
    ...(part.members ? { members: part.members } : {}),
    ...(part.path === undefined ? {} : { path: part.path }),
  };
  return { entry, bytes: part.bytes };
}
