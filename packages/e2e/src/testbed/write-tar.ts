import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** One entry, as hostile as it likes: nothing is checked. */
export interface TarEntry {
  name: string;
  /** "0" file by default, "2" symbolic link, "1" hard link, "3" device. */
  type?: "0" | "1" | "2" | "3";
  link?: string;
  body?: string | Uint8Array;
}

/** Streams a tar.gz to a file; entries are made while they are written. */
export async function writeTarGz(file: string, entries: Iterable<TarEntry>): Promise<void> {
  await pipeline(Readable.from(blocks(entries)), createGzip({ level: 1 }), createWriteStream(file));
}

function* blocks(entries: Iterable<TarEntry>): Generator<Uint8Array> {
  for (const { name, type = "0", link = "", body = "" } of entries) {
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    const long = Buffer.from(`${name}\0`);
    if (long.length > 100) yield* block({ name: "././@LongLink", type: "L", link: "" }, long);
    yield* block({ name, type, link }, bytes);
  }
  yield Buffer.alloc(1024);
}

function* block(head: { name: string; type: string; link: string }, body: Uint8Array): Generator<Uint8Array> {
  const header = Buffer.alloc(512);
  header.write(head.name.slice(0, 100), 0);
  header.write("0000644\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${body.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        ", 148);
  header.write(head.type, 156);
  header.write(head.link.slice(0, 100), 157);
  header.write("ustar  \0", 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  yield header;
  if (body.length > 0) yield body;
  const rest = body.length % 512;
  if (rest > 0) yield Buffer.alloc(512 - rest);
}
