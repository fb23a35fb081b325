import type { LineContext, ParsedLine } from "./parsed-line.ts";
import { readEnvelope } from "./read-envelope.ts";
import { RecordReader, writtenRecord } from "./record-reader.ts";

/**
 * What is known of one line by itself (without its LF); `openLineParser` knows more of lines of a stream. The time is
 * the envelope's, else the one that the program wrote. Never throws; at most the first MiB of a line is read.
 */
export function parseLine(line: Uint8Array, context: LineContext = {}): ParsedLine {
  return new RecordReader(context).read(writtenRecord(line, readEnvelope(line)));
}
