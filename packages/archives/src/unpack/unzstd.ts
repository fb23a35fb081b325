import { KubinError } from "@kubin/schema";
import { Decompress } from "fzstd";
import { type ByteCursor, byteCursor } from "../byte-cursor.ts";
import { frameHeader } from "./zstd-header.ts";

/** Larger windows exist only by `zstd --ultra --long`; each one is held in memory whole. */
const maxWindowBytes = 128 * 1024 * 1024;
const skippableMagic = 0x184d2a50;
/** fzstd moves the whole window for each block. Writers that flush each line reach 10,000 for a byte of content. */
const maxMovedPerByte = 65_536;
/** So much may be moved for anything; it takes some seconds. */
const freeMovedBytes = 16 * 1024 ** 3;
/** After so many, timers and signals have their turn. */
const movedBytesPerTurn = 1024 ** 3;
const damaged = "The zstd data is cut or damaged; what follows cannot be read.";

/**
 * Unpacks zstd data, frame after frame, block by block: fzstd gives what it is given at once, however much that is, and
 * takes memory for any window that the data asks for. Checksums are not compared. Gives every block that is whole, then
 * throws BAD_INPUT for damage, TOO_LARGE for a window beyond 128 MiB.
 */
export async function* unzstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const cursor = byteCursor(chunks);
  const work = { moved: 0, made: 0, movedBefore: 0 };
  try {
    for (;;) {
      const magic = await cursor.take(4);
      if (magic.length === 0) return;
      if (isSkippable(magic)) await skipFrame(cursor);
      else yield* frame(cursor, magic, work);
    }
  } finally {
    await cursor.leave();
  }
}

interface Work {
  moved: number;
  /** `moved` when others had their turn. */
  movedBefore: number;
  made: number;
}

async function* frame(cursor: ByteCursor, magic: Uint8Array, work: Work): AsyncGenerator<Uint8Array> {
  const header = await frameHeader(cursor, magic);
  if (!header) throw new KubinError("BAD_INPUT", damaged);
  if (header.windowBytes > maxWindowBytes) {
    const most = maxWindowBytes / 1024 ** 2;
    throw new KubinError("TOO_LARGE", `The zstd data needs a window of more than ${most} MiB. Pack it without --long.`);
  }
  const ready: Uint8Array[] = [];
  const decoder = new Decompress((data) => ready.push(data));
  push(decoder, header.bytes, false);
  await account(work, header.windowBytes);
  for (let isLast = false; !isLast; ) {
    const start = await exactly(cursor, 3);
    const [low = 0, middle = 0, high = 0] = start;
    isLast = (low & 1) === 1;
    // A block of one byte repeated (type 1) is packed as that byte.
    const packedBytes = ((low >> 1) & 3) === 1 ? 1 : (low >> 3) | (middle << 5) | (high << 13);
    const block = await exactly(cursor, packedBytes);
    const checksum = isLast && header.hasChecksum ? await cursor.take(4) : new Uint8Array(0);
    push(decoder, joined([start, block, checksum]), isLast);
    await account(work, header.windowBytes);
    for (const chunk of ready.splice(0)) {
      work.made += chunk.length;
      if (chunk.length > 0) yield chunk;
    }
    if (isLast && header.hasChecksum && checksum.length < 4) throw new KubinError("BAD_INPUT", damaged);
  }
}

function push(decoder: Decompress, bytes: Uint8Array, isLast: boolean): void {
  try {
    decoder.push(bytes, isLast);
  } catch (error) {
    throw new KubinError("BAD_INPUT", damaged, { cause: error });
  }
}

async function account(work: Work, bytes: number): Promise<void> {
  work.moved += bytes;
  if (work.moved > freeMovedBytes && work.moved > work.made * maxMovedPerByte) {
    throw new KubinError("TOO_LARGE", "The zstd data is made of so small blocks that it would take hours to unpack.");
  }
  if (work.moved < work.movedBefore + movedBytesPerTurn) return;
  work.movedBefore = work.moved;
  await new Promise((resolve) => setTimeout(resolve));
}

async function skipFrame(cursor: ByteCursor): Promise<void> {
  const [a = 0, b = 0, c = 0, d = 0] = await exactly(cursor, 4);
  const length = a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24;
  if ((await cursor.skip(length)) < length) throw new KubinError("BAD_INPUT", damaged);
}

function isSkippable(magic: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = magic;
  return a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24 - (a & 15) === skippableMagic;
}

async function exactly(cursor: ByteCursor, length: number): Promise<Uint8Array> {
  const bytes = await cursor.take(length);
  if (bytes.length < length) throw new KubinError("BAD_INPUT", damaged);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
