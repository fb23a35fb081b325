import type { ByteCursor } from "../byte-cursor.ts";
import { type LongNames, readLongNames, tellsAboutOthers } from "./long-names.ts";
import { parseTarHeader, type TarHeader, tarBlockBytes } from "./tar-header.ts";

export interface TarMember {
  name: string;
  type: string;
  linkName: string;
  /** Bytes of its body, which the cursor stands before. */
  size: number;
  /** Why it cannot be given, in a sentence. */
  refused?: string;
}

interface Walk {
  cursor: ByteCursor;
  /** Told once for each stretch of bytes that belong to no member. */
  lost(stretch: { from: number; bytes: number }): void;
}

/** Kinds that have no body, whatever their header says. */
const withoutBody = "123456";

/**
 * The members of a tar, one header after the other; what is left of a body is passed over. Where no header stands, it
 * looks for the next one, block by block, and goes on there: one damaged file is not the end of the archive. Empty
 * blocks are passed over too, as by `tar --ignore-zeros`. Returns whether the end mark stands at the end.
 */
export async function* tarMembers({ cursor, lost }: Walk): AsyncGenerator<TarMember, boolean> {
  let names: LongNames = {};
  let emptyBlocks = 0;
  let gap: { from: number; to: number } | undefined;
  const tellGap = () => {
    if (gap) lost({ from: gap.from, bytes: gap.to - gap.from });
    gap = undefined;
  };
  for (;;) {
    const from = cursor.position();
    const block = await cursor.take(tarBlockBytes);
    if (isEmpty(block) && block.length === tarBlockBytes) {
      emptyBlocks++;
      continue;
    }
    const header = parseTarHeader(block);
    if (!header && block.length > 0) {
      gap = { from: gap?.from ?? from, to: cursor.position() };
      names = {};
    } else tellGap();
    if (block.length < tarBlockBytes) {
      tellGap();
      return emptyBlocks >= 2 && block.length === 0;
    }
    emptyBlocks = 0;
    if (!header) continue;
    if (tellsAboutOthers(header)) {
      names = await readLongNames(cursor, header, names);
      continue;
    }
    if (header.type === "S") await passSparseMap(cursor, header);
    const member = memberOf(header, names);
    names = {};
    const end = cursor.position() + Math.ceil(member.size / tarBlockBytes) * tarBlockBytes;
    yield member;
    await cursor.skip(end - cursor.position());
  }
}

function memberOf(header: TarHeader, names: LongNames): TarMember {
  const name = names.name ?? header.name;
  const hasBody = !withoutBody.includes(header.type);
  const size = hasBody ? (names.size ?? header.size) : 0;
  const member: TarMember = { name, type: header.type, linkName: names.linkName ?? header.linkName, size: size ?? 0 };
  // Told with its bytes on the way: they are found where the next header should be.
  if (size === undefined) member.refused = "Its size cannot be read.";
  if (header.type === "S" || names.isSparse) member.refused = "It is stored as a sparse file (tar --sparse).";
  if (names.refused !== undefined) member.refused = names.refused;
  return member;
}

async function passSparseMap(cursor: ByteCursor, header: TarHeader): Promise<void> {
  for (let goesOn = header.mapGoesOn; goesOn; ) {
    const block = await cursor.take(tarBlockBytes);
    goesOn = block[504] === 1;
  }
}

function isEmpty(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}
