import type { LogLine, LogStream } from "@kubin/schema";
import { hasUntimedLines } from "./has-untimed-lines.ts";
import { isWhole, type LogReader } from "./log-reader.ts";
import { mergeByTime } from "./merge-by-time.ts";
import { partOfLines } from "./part-of-lines.ts";
import { allLines, foundLines, type ReadPassing, seenLines } from "./passing-lines.ts";
import type { PlacedLine } from "./placed-line.ts";

/** What is wanted of all these streams, merged by time where there are several. Any size: a page of each is held. */
export async function* readLogs(reader: LogReader, streams: readonly LogStream[]): AsyncGenerator<LogLine[]> {
  const read = await wayToRead(reader, streams);
  const isPart = read === allLines;
  const parts = streams.map((stream) => partOfLines(read(reader, stream), isPart ? undefined : reader.part));
  const [only] = parts;
  const all: AsyncIterable<PlacedLine[]> = only && parts.length === 1 ? only : mergeByTime(parts);
  for await (const some of all) yield some.map(({ line }) => line);
}

async function wayToRead(reader: LogReader, streams: readonly LogStream[]): Promise<ReadPassing> {
  const { since, until } = reader.filter;
  if (isWhole(reader.filter)) return allLines;
  // Only text and level of one log: where its lines stand in time is of no matter.
  if (streams.length === 1 && since === undefined && until === undefined) return foundLines;
  return (await hasUntimedLines(reader, streams)) ? seenLines : foundLines;
}
