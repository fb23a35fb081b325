import type { Redacted } from "../redaction/redacted.ts";
import { concat } from "./gzip.ts";

/** Consecutive lines of one stream, to become one gzip member. */
export interface RawMember {
  bytes: Uint8Array;
  firstLine: number;
  lines: number;
}

/** A member is indexed as one block of rows; these are the block's bounds. */
export const maxMemberBytes = 4 * 1024 * 1024;
export const maxMemberLines = 50_000;
/** A longer line is cut; its beginning tells what it was. */
export const maxLineBytes = 1024 * 1024;

const lineFeed = 10;

/**
 * Cuts a log into members at line ends; the borders depend on the bytes alone, not on how they arrive. Bytes stay as
 * they are, CR included, but for lines over 1 MiB, which lose their end (`onCut` once for each). A last line without
 * line feed is a line.
 */
export async function* splitMembers(
  log: Redacted<AsyncIterable<Uint8Array>>,
  opts: { onCut(line: number): void },
): AsyncGenerator<RawMember> {
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  let lines = 0;
  let firstLine = 0;
  /** Bytes of the open line that were kept, and whether it is over the limit. */
  let open: Uint8Array[] = [];
  let openBytes = 0;
  let cut = false;

  function takeMember(): RawMember {
    const member = { bytes: concat(pieces), firstLine, lines };
    firstLine += lines;
    pieces = [];
    bytes = 0;
    lines = 0;
    return member;
  }
  function extendLine(piece: Uint8Array): void {
    const room = maxLineBytes - openBytes;
    if (piece.length > room && !cut) {
      cut = true;
      opts.onCut(firstLine + lines);
    }
    const kept = piece.subarray(0, Math.max(room, 0));
    if (kept.length === 0) return;
    open.push(kept);
    openBytes += kept.length;
  }
  function* endLine(rest: Uint8Array): Generator<RawMember> {
    const line = cut ? [wholeCharacters(concat(open)), rest] : [...open, rest];
    const length = line.reduce((sum, piece) => sum + piece.length, 0);
    if (lines > 0 && bytes + length > maxMemberBytes) yield takeMember();
    pieces.push(...line);
    bytes += length;
    lines++;
    open = [];
    openBytes = 0;
    cut = false;
    if (lines === maxMemberLines) yield takeMember();
  }
  for await (const chunk of log) {
    let at = 0;
    while (at < chunk.length) {
      const end = chunk.indexOf(lineFeed, at);
      // Most lines lie in one chunk and are short: they pass as they are, line feed included.
      const isPlain = end !== -1 && openBytes === 0 && !cut && end - at <= maxLineBytes;
      if (!isPlain) extendLine(chunk.subarray(at, end === -1 ? chunk.length : end));
      if (end === -1) break;
      yield* endLine(chunk.subarray(isPlain ? at : end, end + 1));
      at = end + 1;
    }
  }
  if (openBytes > 0) yield* endLine(new Uint8Array());
  if (lines > 0) yield takeMember();
}

/** Without a character of UTF-8 that the cut went through. */
function wholeCharacters(line: Uint8Array): Uint8Array {
  let end = line.length;
  for (let back = 1; back <= 3 && back <= line.length; back++) {
    const byte = line[line.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const bytesOfCharacter = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (bytesOfCharacter > back) end = line.length - back;
    break;
  }
  return line.subarray(0, end);
}
