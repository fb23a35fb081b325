import { levelOfWord } from "../../parse/level-of-word.ts";
import type { LineField, LineFormat } from "../../parse/line-format.ts";
import { parseTimestamp, type Timestamp } from "../../parse/parse-timestamp.ts";
import { readMessageAndPairs } from "./message-and-pairs.ts";

const levelShape = /^ {0,2}(TRACE|DEBUG|INFO|WARN|ERROR) (?:ThreadId\(\d+\) )?/;
const target = /^((?:[a-z_]\w{0,99}::){0,20}[a-z_]\w{0,99}): /;
const longestSpans = 2000;

/**
 * Rust's tracing-subscriber (docs.rs, `fmt::format::Full`): `2024-01-01T00:00:00.000000Z  INFO span{id=1}: crate::module:
 * message key=value`, with the level to the right of five columns. The module is the logger. Without the two colons of
 * a module only such columns tell it from other programs' lines.
 */
export const rustTracing: LineFormat = {
  name: "rust-tracing",
  read(text) {
    const time = parseTimestamp(text, 0);
    const from = time ? time.end : 0;
    const found = levelShape.exec(text.slice(from, from + 40));
    if (!found) return undefined;
    const [all, level = ""] = found;
    const spans = spansEnd(text, from + all.length);
    const module = target.exec(text.slice(spans, spans + 400));
    if (!module || (!module[0].includes("::") && !isPadded(all, level, time))) return undefined;
    const heads: LineField[] = [["logger", module[1] ?? ""]];
    if (spans > from + all.length) heads.push(["spans", text.slice(from + all.length, spans - 2)]);
    const { body, fields } = readMessageAndPairs(text, spans + module[0].length, heads);
    const own = time && ({ at: time.at, from: time.zoned ? "line" : "line-utc" } as const);
    return { body: body ?? "", level: levelOfWord(level), time: own, fields };
  },
};

function isPadded(all: string, level: string, time: Timestamp | undefined): boolean {
  const blanks = all.indexOf(level);
  return time?.rfc3339 === true && time.digits >= 6 && blanks === 6 - level.length;
}

/** Place behind `span{…}:inner{…}: `, or `from` where no span stands. */
function spansEnd(text: string, from: number): number {
  const end = text.indexOf("}: ", from);
  if (end < 0 || end - from > longestSpans) return from;
  const open = text.indexOf("{", from);
  const blank = text.indexOf(" ", from);
  return open > from && (blank < 0 || open < blank) ? end + 3 : from;
}
