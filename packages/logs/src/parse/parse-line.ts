import { readEnvelope } from "./envelope.ts";
import type { LineContext, ParsedLine } from "./parsed-line.ts";
import { decodeLine } from "./plain-text.ts";
import { RecordReader } from "./record-reader.ts";

/**
 * What is known of one line by itself (without its LF); `openLineParser` knows more of lines of a stream. The time is
 * the envelope's, else the one that the program wrote. Never throws; at most the first MiB of a line is read.
 */
export function parseLine(line: Uint8Array, context: LineContext = {}): ParsedLine {
  const whole = decodeLine(line);
  const envelope = readEnvelope(whole);
  const text = envelope ? (envelope.inner ?? whole.slice(envelope.prefix)) : whole;
  return new RecordReader(context).read({ envelope, text, whole });
}
