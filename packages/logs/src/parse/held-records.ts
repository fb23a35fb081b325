import type { Envelope } from "./envelope.ts";
import type { ParsedLine } from "./parsed-line.ts";
import { decodeLine, maxReadBytes } from "./plain-text.ts";
import { readEnvelope } from "./read-envelope.ts";
import { type RecordReader, writtenRecord } from "./record-reader.ts";

/** Most lines that wait for a record to end. Runtimes cut at 16 KiB, so that 64 of them are what is read at most. */
const mostHeld = 1024;
/** Bytes of the lines that wait, of which whoever reads them keeps copies. */
const mostHeldBytes = 4 * maxReadBytes;

type Stream = Envelope["stream"];

/** A place in the order of lines; its line is known once the record that it belongs to has ended. */
interface Slot {
  envelope: Envelope;
  line: ParsedLine | undefined;
}

interface OpenRecord {
  slots: Slot[];
  parts: Uint8Array[];
  bytes: number;
}

/**
 * Lines of a stream in order, some of which wait: a record that the runtime cut into parts is read when its last part
 * has come, and no line may pass it. Parts of stdout and stderr may stand between each other.
 */
export class HeldRecords {
  private readonly reader: RecordReader;
  private slots: (Slot | { line: ParsedLine })[] = [];
  private heldBytes = 0;
  private readonly open = new Map<Stream, OpenRecord>();
  /** Streams whose record was given up as too long, and still goes on. */
  private readonly beyond = new Set<Stream>();

  constructor(reader: RecordReader) {
    this.reader = reader;
  }

  take(line: Uint8Array, out: ParsedLine[]): void {
    const envelope = readEnvelope(line);
    if (!envelope?.stream) {
      // No runtime writes such a line into a record: what was open has no end.
      if (this.open.size > 0) this.closeAll(out);
      if (this.beyond.size > 0) this.beyond.clear();
      out.push(this.reader.read(writtenRecord(line, envelope)));
      return;
    }
    const { stream, partial } = envelope;
    if (this.beyond.has(stream)) {
      if (!partial) this.beyond.delete(stream);
      this.settled(laterPart(envelope, "text"), out);
    } else if (partial || this.open.has(stream)) {
      this.hold(line, envelope);
      if (!partial) this.close(stream);
      this.flush(out);
    } else {
      this.settled(this.reader.read(writtenRecord(line, envelope)), out);
    }
    if (this.slots.length === 0) return;
    this.heldBytes += line.length;
    if (this.slots.length >= mostHeld || this.heldBytes > mostHeldBytes) this.giveUp(out);
  }

  /** What still waits, read as far as it came. */
  closeAll(out: ParsedLine[]): void {
    for (const stream of [...this.open.keys()]) this.close(stream);
    this.flush(out);
  }

  private settled(line: ParsedLine, out: ParsedLine[]): void {
    if (this.slots.length === 0) out.push(line);
    else this.slots.push({ line });
  }

  private hold(line: Uint8Array, envelope: Envelope): void {
    const record = this.open.get(envelope.stream) ?? { slots: [], parts: [], bytes: 0 };
    this.open.set(envelope.stream, record);
    const slot: Slot = { envelope, line: undefined };
    record.slots.push(slot);
    this.slots.push(slot);
    const from = envelope.prefix;
    const { inner } = envelope;
    const written = inner === undefined ? line.subarray(from) : new TextEncoder().encode(inner);
    // A copy: the bytes of a line are only lent.
    const part = written.slice(0, Math.max(0, maxReadBytes - record.bytes));
    record.parts.push(part);
    record.bytes += part.length;
    if (record.bytes >= maxReadBytes && envelope.partial) this.giveUpOf(envelope.stream);
  }

  private close(stream: Stream): void {
    const record = this.open.get(stream);
    const [first, ...later] = record?.slots ?? [];
    if (!record || !first) return;
    this.open.delete(stream);
    const text = decodeLine(join(record));
    first.line = this.reader.read({ envelope: first.envelope, text, line: undefined });
    for (const slot of later) slot.line = laterPart(slot.envelope, first.line.format);
  }

  private giveUp(out: ParsedLine[]): void {
    for (const stream of [...this.open.keys()]) this.giveUpOf(stream);
    this.flush(out);
  }

  private giveUpOf(stream: Stream): void {
    this.close(stream);
    this.beyond.add(stream);
  }

  private flush(out: ParsedLine[]): void {
    if (this.open.size > 0) return;
    for (const { line } of this.slots) if (line) out.push(line);
    this.slots = [];
    this.heldBytes = 0;
  }
}

function laterPart({ at, prefix }: Envelope, format: string): ParsedLine {
  return {
    at,
    timeSource: "envelope",
    level: "unknown",
    prefixBytes: prefix,
    format,
    continues: true,
    body: "",
    fields: [],
  };
}

function join({ parts, bytes }: OpenRecord): Uint8Array {
  const joined = new Uint8Array(bytes);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
