import type { Envelope } from "./envelope.ts";
import { endOfString, unescapeJson } from "./json-string.ts";
import { parseTimestamp } from "./parse-timestamp.ts";

const begin = '{"log":"';
const members = [',"stream":"stdout"', ',"stream":"stderr"'] as const;

/**
 * The object that Docker's json-file driver writes per line (docs.docker.com, "JSON File logging driver"), in the order
 * and without the blanks that it writes them; labels may stand between. A text without a line end is cut there.
 */
export function dockerEnvelope(text: string): Envelope | undefined {
  if (!text.startsWith(begin)) return undefined;
  const end = endOfString(text, begin.length);
  const stream = members.findIndex((member) => text.startsWith(member, end + 1));
  const timeFrom = text.lastIndexOf('"time":"');
  if (end < 0 || timeFrom < end) return undefined;
  const time = parseTimestamp(text, timeFrom + 8);
  if (!time?.rfc3339 || text.charCodeAt(time.end) !== 34) return undefined;
  const inner = unescapeJson(text.slice(begin.length, end));
  const partial = !inner.endsWith("\n");
  return {
    at: time.at,
    prefix: 0,
    stream: stream === 1 ? "stderr" : "stdout",
    partial,
    inner: partial ? inner : inner.slice(0, -1),
    doubtful: false,
  };
}
