import type { LogChunk, LogRow } from "@kubin/core";
import { type LogStreamRef, levels, timeSources } from "@kubin/schema";
import { insertColumns, noTimeNanos } from "./log-table.ts";

type Column = (typeof insertColumns)[number][0];

interface BlockWriter {
  bytes: Buffer;
  view: DataView;
  offset: number;
}

/**
 * A chunk as one block of ClickHouse's Native format (docs "Native": columns and rows as varints, then per column name,
 * type and values). Column by column it is half the work of RowBinary for both sides, and it is one block by its form.
 */
export function nativeBlock(chunk: LogChunk): Uint8Array {
  const rows = chunk.streams.reduce((sum, { rows: own }) => sum + own.length, 0);
  const writer = openWriter(sizeOf(chunk, rows));
  writeVarint(writer, insertColumns.length);
  writeVarint(writer, rows);
  for (const [name, type] of insertColumns) {
    writeText(writer, name);
    writeText(writer, type);
    writeColumn(writer, chunk, name);
  }
  return writer.bytes.subarray(0, writer.offset);
}

function writeColumn(writer: BlockWriter, chunk: LogChunk, column: Column): void {
  if (column === "fields") {
    writeFields(writer, chunk);
    return;
  }
  const uuid = uuidBytes(chunk.snapshotId);
  const week = daysOf(chunk.retainWeek);
  for (const { stream, rows } of chunk.streams) {
    const name = nameBytes(stream, column);
    for (const row of rows) {
      if (name) writeRaw(writer, name);
      else if (column === "snapshot_id") writeRaw(writer, uuid);
      else if (column === "retain_week") writer.view.setUint16(advance(writer, 2), week, true);
      else writeValue(writer, row, column);
    }
  }
}

function writeValue(writer: BlockWriter, row: LogRow, column: Column): void {
  switch (column) {
    case "line":
      writer.view.setUint32(advance(writer, 4), row.line, true);
      return;
    case "ts":
      writer.view.setBigInt64(advance(writer, 8), row.at ?? noTimeNanos, true);
      return;
    case "level":
      writer.view.setInt8(advance(writer, 1), levels.indexOf(row.level));
      return;
    case "prefix":
      writeBytes(writer, row.prefix);
      return;
    case "format":
      writeText(writer, row.format);
      return;
    case "continues":
      writer.view.setUint8(advance(writer, 1), row.continues ? 1 : 0);
      return;
    case "time_source":
      writer.view.setInt8(advance(writer, 1), timeSources.indexOf(row.timeSource));
      return;
    default:
      writeBytes(writer, row.message);
  }
}

/** A map: where the pairs of each row end, then all names, then all values. */
function writeFields(writer: BlockWriter, { streams }: LogChunk): void {
  let end = 0n;
  for (const { rows } of streams) {
    for (const { fields } of rows) {
      end += BigInt(fields.length);
      writer.view.setBigUint64(advance(writer, 8), end, true);
    }
  }
  for (const part of [0, 1] as const) {
    for (const { rows } of streams) {
      for (const { fields } of rows) for (const field of fields) writeText(writer, field[part]);
    }
  }
}

/** A column that is the same for all rows of a stream, as it is written; undefined for the others. */
function nameBytes(stream: LogStreamRef, column: Column): Uint8Array | undefined {
  if (column !== "namespace" && column !== "pod" && column !== "container" && column !== "source") return undefined;
  const text = new TextEncoder().encode(stream[column]);
  const writer = openWriter(text.length + 5);
  writeBytes(writer, text);
  return writer.bytes.subarray(0, writer.offset);
}

/** An upper bound: fixed columns take 41 bytes, each length of a text at most 5. */
function sizeOf(chunk: LogChunk, rows: number): number {
  let size = 2048 + rows * (41 + 7 * 5);
  for (const { stream, rows: own } of chunk.streams) {
    size += own.length * (stream.namespace.length + stream.pod.length + stream.container.length + 8) * 3;
    for (const row of own) {
      size += row.prefix.length + row.message.length + row.format.length;
      for (const [name, value] of row.fields) size += 10 + Buffer.byteLength(name) + Buffer.byteLength(value);
    }
  }
  return size;
}

function openWriter(size: number): BlockWriter {
  const bytes = Buffer.alloc(size);
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, size), offset: 0 };
}

/** Moves on by `size` bytes; where these begin. */
function advance(writer: BlockWriter, size: number): number {
  const at = writer.offset;
  writer.offset += size;
  return at;
}

function writeRaw(writer: BlockWriter, bytes: Uint8Array): void {
  writer.bytes.set(bytes, advance(writer, bytes.length));
}

function writeBytes(writer: BlockWriter, bytes: Uint8Array): void {
  writeVarint(writer, bytes.length);
  writeRaw(writer, bytes);
}

function writeText(writer: BlockWriter, text: string): void {
  writeVarint(writer, Buffer.byteLength(text));
  writer.offset += writer.bytes.write(text, writer.offset);
}

function writeVarint(writer: BlockWriter, value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) writer.bytes[advance(writer, 1)] = (rest & 127) | 128;
  writer.bytes[advance(writer, 1)] = rest;
}

/** ClickHouse holds a UUID as two 64-bit numbers, high half first, each little-endian. */
function uuidBytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll("-", "");
  const bytes = Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16));
  bytes.subarray(0, 8).reverse();
  bytes.subarray(8).reverse();
  return bytes;
}

function daysOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
