import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { formatNanos, parseLine } from "@kubin/logs";
import type { RawLog } from "../../../src/testbed/make-parts.ts";

/** Lines with time and level read already, one JSON object each: nothing of our parsing is on the peer's clock. */
export async function writeJsonLines(file: string, logs: readonly RawLog[]): Promise<void> {
  await pipeline(Readable.from(jsonOf(logs)), createWriteStream(file));
}

function* jsonOf(logs: readonly RawLog[]): Generator<string> {
  // The peer wants a time of each line: where there is none, the one before.
  let at = "2021-08-03T00:00:00Z";
  for (const { stream, raw } of logs) {
    let text = "";
    for (const line of linesOf(raw)) {
      const parsed = parseLine(line);
      if (parsed.at !== undefined) at = formatNanos(parsed.at);
      const message = Buffer.from(line.subarray(parsed.prefixBytes)).toString("utf8");
      text += `${JSON.stringify({ at, level: parsed.level, ...stream, message })}\n`;
    }
    yield text;
  }
}

function* linesOf(raw: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let end = raw.indexOf(10); end >= 0; end = raw.indexOf(10, start)) {
    yield raw.subarray(start, end);
    start = end + 1;
  }
  if (start < raw.length) yield raw.subarray(start);
}
