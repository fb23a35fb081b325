import { detectLevel } from "./detect-level.ts";
import type { LineReading } from "./line-format.ts";
import { parseTimestamp } from "./parse-timestamp.ts";

/** A line that no format knows: a time at its very beginning, also in brackets, and a level word that stands out. */
export function readPlainLine(text: string): LineReading {
  const bracket = text.charCodeAt(0) === 91;
  const time = parseTimestamp(text, bracket ? 1 : 0);
  if (!time || (bracket && text.charCodeAt(time.end) !== 93)) return { body: text, level: detectLevel(text) };
  let from = bracket ? time.end + 1 : time.end;
  while (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9) from += 1;
  return {
    body: from < text.length ? text.slice(from) : text,
    level: detectLevel(text, from),
    time: { at: time.at, from: time.zoned ? "line" : "line-utc" },
  };
}
