import type { LogStreamRef } from "@kubin/schema";
import { type ByteReader, byteReader } from "./byte-reader.ts";
import { indexOfBytes, startsWithAt } from "./index-of-bytes.ts";

/** What stands in a dump, in its order. `content` may be left before its end; the next event passes over the rest. */
export type LogBlockEvent =
  | { event: "outside"; bytes: Uint8Array }
  | { event: "log"; stream: LogStreamRef; content: AsyncIterable<Uint8Array> }
  | { event: "error"; stream: LogStreamRef };

const startText = "==== START logs for container ";
/** Names as the API server accepts them; what else stands there is no mark. */
const startLine =
  /^==== START logs for container ([a-z0-9][-a-z0-9]{0,62}) of pod ([a-z0-9][-a-z0-9]{0,62})\/([a-z0-9][-a-z0-9.]{0,252}) ====\r?$/;
/** Longer than any mark: names of 63, 63 and 253 characters. */
const maxStartLine = 512;
/** kubectl `cluster-info dump`, `printContainer`: such a line is all that stands between the marks then. */
const errorLine = /^(Request log error|Create log request error): /;
const maxErrorLine = 64 * 1024;
/** Of an END that the file itself ends in, so much tells what it was going to be. */
const minEndPiece = "==== END".length;
const lineFeed = 10;
const carriageReturn = 13;

export async function* logBlockEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<LogBlockEvent> {
  const reader = byteReader(chunks);
  const encoder = new TextEncoder();
  const startBytes = encoder.encode(startText);
  const nextStart = encoder.encode(`\n${startText}`);
  while (reader.waiting().length > 0 || (await reader.more())) {
    const stream = await takeStart(reader, startBytes);
    if (!stream) {
      yield* outside(reader, nextStart);
      continue;
    }
    const end = encoder.encode(
      `==== END logs for container ${stream.container} of pod ${stream.namespace}/${stream.pod} ====`,
    );
    const block = openBlock(reader, end);
    if (await isError(reader, end)) yield { event: "error", stream };
    else yield { event: "log", stream, content: block };
    for await (const _ of block);
  }
  reader.check();
}

/** Takes the line of a START when the waiting bytes, which are the begin of a line, begin with one. */
async function takeStart(reader: ByteReader, startBytes: Uint8Array): Promise<LogStreamRef | undefined> {
  while (reader.waiting().length < startBytes.length && (await reader.more()));
  if (!startsWithAt(reader.waiting(), startBytes, 0)) return undefined;
  const length = await lineLength(reader, maxStartLine);
  const line = new TextDecoder().decode(reader.waiting().subarray(0, length));
  const [, container = "", namespace = "", pod = ""] = startLine.exec(line) ?? [];
  if (container === "") return undefined;
  reader.take(length + 1);
  return { namespace, pod, container, source: "current" };
}

/** Bytes before the line feed; when there is none in so many bytes, those. */
async function lineLength(reader: ByteReader, most: number): Promise<number> {
  for (;;) {
    const at = reader.waiting().subarray(0, most).indexOf(lineFeed);
    if (at !== -1) return at;
    if (reader.waiting().length >= most || !(await reader.more())) return Math.min(reader.waiting().length, most);
  }
}

/** Until a line begins with a START, or all of it. */
async function* outside(reader: ByteReader, nextStart: Uint8Array): AsyncGenerator<LogBlockEvent> {
  const all = () => reader.waiting().length;
  for (;;) {
    const at = indexOfBytes(reader.waiting(), nextStart);
    const certain = at === -1 ? all() - nextStart.length + 1 : at + 1;
    if (certain > 0) yield { event: "outside", bytes: reader.take(certain) };
    if (at !== -1) return;
    if (await reader.more()) continue;
    if (all() > 0) yield { event: "outside", bytes: reader.take(all()) };
    return;
  }
}

/** The bytes until END. Each reading goes on where the one before was left. */
function openBlock(reader: ByteReader, end: Uint8Array): AsyncIterable<Uint8Array> {
  let isOpen = true;
  async function* content(): AsyncGenerator<Uint8Array> {
    while (isOpen) {
      const at = indexOfBytes(reader.waiting(), end);
      const length = at === -1 ? 0 : await endLength(reader, at + end.length);
      if (at !== -1 && length !== undefined) {
        isOpen = false;
        const last = reader.take(at);
        reader.take(end.length + length);
        if (at > 0) yield last;
        return;
      }
      const certain = at === -1 ? reader.waiting().length - end.length + 1 : at + 1;
      if (certain > 0) yield reader.take(certain);
      if (at !== -1 || (await reader.more())) continue;
      isOpen = false;
      const rest = reader.take(reader.waiting().length);
      yield rest.subarray(0, withoutCutEnd(rest, end));
    }
  }
  return { [Symbol.asyncIterator]: content };
}

/** Bytes of the line end at this place; 0 at the end of the file, undefined when the line goes on. */
async function endLength(reader: ByteReader, at: number): Promise<number | undefined> {
  while (reader.waiting().length < at + 2 && (await reader.more()));
  const [first, second] = reader.waiting().subarray(at, at + 2);
  if (first === undefined) return 0;
  if (first === lineFeed) return 1;
  return first === carriageReturn && second === lineFeed ? 2 : undefined;
}

/** Bytes that are left when the mark that the file was cut in is taken away. */
function withoutCutEnd(rest: Uint8Array, end: Uint8Array): number {
  for (let length = Math.min(rest.length, end.length); length >= minEndPiece; length--) {
    if (startsWithAt(rest, end.subarray(0, length), rest.length - length)) return rest.length - length;
  }
  return rest.length;
}

async function isError(reader: ByteReader, end: Uint8Array): Promise<boolean> {
  while (reader.waiting().length < 32 && (await reader.more()));
  if (!errorLine.test(new TextDecoder().decode(reader.waiting().subarray(0, 32)))) return false;
  const behind = (await lineLength(reader, maxErrorLine)) + 1;
  while (reader.waiting().length < behind + end.length && (await reader.more()));
  if (!startsWithAt(reader.waiting(), end, behind)) return false;
  return (await endLength(reader, behind + end.length)) !== undefined;
}
