import type { LogMember, LogStreamRef, PackedPart } from "@kubin/schema";
import { type GrowingBytes, growingBytes } from "./growing-bytes.ts";
import { gzip } from "./gzip.ts";
import { inOrder } from "./in-order.ts";
import { packPart } from "./pack-part.ts";
import type { RawMember } from "./split-members.ts";

/** A part is flushed before it grows over this, packed. */
const partBytes = 8 * 1024 * 1024;
/** Each member costs about 200 bytes of the manifest. */
const partMembers = 5000;
/** All parts that are open, together: namespaces may come interleaved. */
const openBytes = 32 * 1024 * 1024;
const openParts = 1000;

export interface StreamMember extends RawMember {
  stream: LogStreamRef;
}

interface OpenPart {
  namespace: string;
  members: LogMember[];
  packed: GrowingBytes;
}

/** Packs members into parts, one namespace each. A part's members stand in the order in which they came. */
export async function* logParts(members: AsyncIterable<StreamMember>): AsyncGenerator<PackedPart> {
  const open = new Map<string, OpenPart>();
  let total = 0;
  async function* flush(part: OpenPart): AsyncGenerator<PackedPart> {
    open.delete(part.namespace);
    const bytes = part.packed.take();
    total -= bytes.length;
    const items = part.members.reduce((sum, member) => sum + member.lines, 0);
    const packed = await packPart({ type: "logs", namespace: part.namespace, bytes, items, members: part.members });
    if (packed) yield packed;
  }
  const work = async (member: StreamMember) => ({ member, packed: await gzip(member.bytes) });
  for await (const { member, packed } of inOrder(members, { ahead: 3, work })) {
    const { namespace } = member.stream;
    const before = open.get(namespace);
    const isFull =
      before && (before.packed.length() + packed.length > partBytes || before.members.length >= partMembers);
    if (isFull) yield* flush(before);
    const part = open.get(namespace) ?? { namespace, members: [], packed: growingBytes() };
    open.set(namespace, part);
    part.members.push(memberOf(member, { offset: part.packed.length(), length: packed.length }));
    part.packed.append(packed);
    total += packed.length;
    while (total > openBytes || open.size > openParts) yield* flush(largest(open, part));
  }
  for (const part of [...open.values()].sort((a, b) => (a.namespace < b.namespace ? -1 : 1))) yield* flush(part);
}

function memberOf(member: StreamMember, place: { offset: number; length: number }): LogMember {
  const { stream, bytes, firstLine, lines } = member;
  return { ...stream, ...place, firstLine, lines, bytes: bytes.length };
}

function largest(open: Map<string, OpenPart>, fallback: OpenPart): OpenPart {
  let found = fallback;
  for (const part of open.values()) if (part.packed.length() > found.packed.length()) found = part;
  return found;
}
