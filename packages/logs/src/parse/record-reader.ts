import { allFormats } from "../formats/all-formats.ts";
import { boundFields } from "./bound-fields.ts";
import type { Envelope } from "./envelope.ts";
import type { LineFormat, LineReading, LineSurroundings } from "./line-format.ts";
import type { LineContext, ParsedLine } from "./parsed-line.ts";
import { readPlainLine } from "./plain-line.ts";
import { decodeLine, plainText, withoutColours } from "./plain-text.ts";
import { TraceTracker } from "./trace-tracker.ts";

interface Found {
  format: string;
  reading: LineReading;
}

/** A record as it was written: what stands in its line, or in the lines that it was cut into. */
export interface WrittenRecord {
  envelope: Envelope | undefined;
  /** What the program wrote. */
  text: string;
  /** The line with its envelope, where it is one line. */
  line: Uint8Array | undefined;
}

/** The record of a line that is whole. */
export function writtenRecord(line: Uint8Array, envelope: Envelope | undefined): WrittenRecord {
  const inner = envelope?.inner;
  if (inner !== undefined) return { envelope, text: inner, line };
  const prefix = envelope?.prefix ?? 0;
  return { envelope, text: decodeLine(prefix > 0 ? line.subarray(prefix) : line), line };
}

/** Reads the records of one stream; the format that fitted last is tried first. */
export class RecordReader {
  private readonly context: LineContext;
  private readonly tracker = new TraceTracker();
  private last: LineFormat | undefined;

  constructor(context: LineContext) {
    this.context = context;
  }

  read({ envelope, text, line }: WrittenRecord): ParsedLine {
    const plain = plainText(text);
    const around: LineSurroundings = { envelopeAt: envelope?.at, capturedAt: this.context.capturedAt };
    let found: Found | undefined;
    let timeSource: ParsedLine["timeSource"] = "envelope";
    if (envelope?.doubtful && line) {
      // A format that begins with a time such as this one sees it: then it was the program's.
      found = this.find(plainText(decodeLine(line)), { capturedAt: this.context.capturedAt });
      timeSource = found?.reading.time?.from ?? "envelope";
    }
    found ??= this.find(plain, around);
    const { format, reading } = found ?? { format: "text", reading: readPlainLine(plain) };
    const { body } = reading;
    return {
      at: envelope?.at ?? reading.time?.at,
      timeSource: envelope ? timeSource : (reading.time?.from ?? "none"),
      level: reading.level ?? "unknown",
      prefixBytes: envelope?.prefix ?? 0,
      format,
      continues: this.tracker.follows(plain, format),
      body: body.includes("\u001b") ? withoutColours(body) : body,
      fields: reading.fields === undefined ? [] : boundFields(reading.fields),
    };
  }

  private find(text: string, around: LineSurroundings): Found | undefined {
    const { last } = this;
    const again = last?.read(text, around);
    if (last && again) return { format: last.name, reading: again };
    for (const format of allFormats) {
      if (format === last) continue;
      const reading = format.read(text, around);
      if (reading === undefined) continue;
      this.last = format;
      return { format: format.name, reading };
    }
    return undefined;
  }
}
