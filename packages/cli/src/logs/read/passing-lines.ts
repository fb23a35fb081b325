import { searchAll } from "@kubin/client";
import type { LogLine, LogStream } from "@kubin/schema";
import { allOf } from "../filter/line-query.ts";
import type { Span } from "../filter/moments.ts";
import { linesOf } from "./lines-of.ts";
import type { LogReader } from "./log-reader.ts";
import { type PlacedLine, placed } from "./placed-line.ts";
import { ofStream, passingOf } from "./stream-query.ts";

/** Lines of one stream that pass, in the order of the file. */
export type ReadPassing = (reader: LogReader, stream: LogStream) => AsyncGenerator<PlacedLine[]>;

/** Found by the server: of lines that all have a time. */
export const foundLines: ReadPassing = async function* (reader, stream) {
  const { formatQuery } = await import("@kubin/logs");
  const { client, snapshotId, filter, pageSize, onIncomplete } = reader;
  const query = formatQuery(passingOf(stream, filter));
  const pages = searchAll({ client, snapshotId, query, order: "file", pageSize: Math.min(pageSize, 1000) });
  const lines = async function* (): AsyncGenerator<LogLine[]> {
    for await (const page of pages) {
      if (page.incomplete !== undefined) onIncomplete(page.incomplete);
      yield page.lines;
    }
  };
  yield* placed(lines());
};

/** Seen here one by one, so that a line without a time counts as of the time of the line before it. */
export const seenLines: ReadPassing = async function* (reader, stream) {
  const passes = await passing(reader);
  const from = await firstOf(reader, stream);
  if (from === undefined) return;
  for await (const page of placed(linesOf({ ...reader, stream, from, to: stream.lines }))) yield page.filter(passes);
};

/** Where a line may pass: nothing before the first line of that time does. */
async function firstOf(reader: LogReader, stream: LogStream): Promise<number | undefined> {
  const { client, snapshotId, filter } = reader;
  if (filter.since === undefined) return 0;
  const { formatQuery } = await import("@kubin/logs");
  const query = formatQuery(allOf([...ofStream(stream), { type: "time", op: ">=", at: filter.since }]));
  const hits = await client.query.searchLogs.query({ snapshotId, query, order: "file", limit: 1 });
  if (hits.incomplete !== undefined) return 0;
  return hits.lines[0]?.line;
}

/** Options ask for text and level of a line; its time is that of its place. */
const notAsked = { at: undefined, fields: new Map<string, string>(), format: "" };

async function passing({ filter }: LogReader): Promise<(placed: PlacedLine) => boolean> {
  const { matchesQuery } = await import("@kubin/logs");
  const encoder = new TextEncoder();
  const [since, until] = boundsOf(filter);
  return ({ line, time }) => {
    if (since !== undefined && (time === "" || time < since)) return false;
    if (until !== undefined && (time === "" || time >= until)) return false;
    if (filter.query.type === "all") return true;
    const text = encoder.encode(line.prefix + line.message);
    return matchesQuery(filter.query, { ...notAsked, stream: line, level: line.level, text });
  };
}

/** As lines have their times: with nanoseconds. */
function boundsOf({ since, until }: Span): (string | undefined)[] {
  return [since, until].map((at) =>
    at === undefined ? undefined : new Date(at).toISOString().replace("Z", "000000Z"),
  );
}

/** All lines of a stream, or the first or last of them, by their numbers. */
export const allLines: ReadPassing = (reader, stream) => {
  const { part } = reader;
  const count = Math.min(part?.lines ?? stream.lines, stream.lines);
  const from = part?.from === "end" ? stream.lines - count : 0;
  return placed(linesOf({ ...reader, stream, from, to: from + count }));
};
