import { HeldRecords } from "./held-records.ts";
import type { LineContext, ParsedLine } from "./parsed-line.ts";
import { RecordReader } from "./record-reader.ts";

/** Reads the lines of one stream, in order. */
export interface LineParser {
  /**
   * What is known of these lines and of those that waited. Lines of a record that the container runtime cut into parts
   * (CRI's tag `P`, Docker's `log` without a line end) wait for its last part, and lines behind them with them; at most
   * 1,024 lines, 4 MiB of lines and 1 MiB a record wait, a longer one is read as far as that.
   */
  read(lines: Iterable<Uint8Array>): ParsedLine[];
  /** What is known of the lines that still wait: a record without an end is read as far as it came. */
  end(): ParsedLine[];
}

/**
 * A parser for one stream. Every line gives exactly one result, in order, whatever it holds. The first line of a record
 * in parts carries level, body and fields of the whole; the others have `continues`, an empty body and no fields.
 */
export function openLineParser(context: LineContext = {}): LineParser {
  const held = new HeldRecords(new RecordReader(context));
  return {
    read(lines) {
      const out: ParsedLine[] = [];
      for (const line of lines) held.take(line, out);
      return out;
    },
    end() {
      const out: ParsedLine[] = [];
      held.closeAll(out);
      return out;
    },
  };
}

/** A line with what is known of it. */
export interface LineWithParsed {
  line: Uint8Array;
  parsed: ParsedLine;
}

/** All lines of a stream (`splitLineBatches`), each with what is known of it, in order and batch by batch. */
export async function* parseLineBatches(
  batches: AsyncIterable<Uint8Array[]>,
  context: LineContext = {},
): AsyncGenerator<LineWithParsed[]> {
  const parser = openLineParser(context);
  let waiting: Uint8Array[] = [];
  for await (const batch of batches) {
    const lines = waiting.length > 0 ? [...waiting, ...batch] : batch;
    const known = pair(lines, parser.read(batch));
    // Copies, since the bytes of a batch may be reused for the next one.
    waiting = lines.slice(known.length).map((line) => line.slice());
    if (known.length > 0) yield known;
  }
  const rest = pair(waiting, parser.end());
  if (rest.length > 0) yield rest;
}

function pair(lines: readonly Uint8Array[], parsed: readonly ParsedLine[]): LineWithParsed[] {
  const pairs: LineWithParsed[] = [];
  for (const [index, one] of parsed.entries()) {
    const line = lines[index];
    if (line) pairs.push({ line, parsed: one });
  }
  return pairs;
}
