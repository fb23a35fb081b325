import type { Level } from "@kubin/schema";
import type { LineField, LineFormat } from "../../parse/line-format.ts";
import { parseTimestamp } from "../../parse/parse-timestamp.ts";
import { readMessageAndPairs } from "./message-and-pairs.ts";

const levels = new Map<string, Level>([
  ["TRC", "trace"],
  ["DBG", "debug"],
  ["INF", "info"],
  ["WRN", "warn"],
  ["ERR", "error"],
  ["FTL", "fatal"],
  ["PNC", "fatal"],
]);
const kitchen = /^\d{1,2}:\d\d[AP]M /;

/**
 * zerolog's ConsoleWriter (github.com/rs/zerolog, `console.go`): `10:04AM INF main.go:12 > message key=value`. The hour
 * alone is no time; writers with RFC 3339 are common, and the time is missing where it was taken for the kubelet's.
 */
export const zerologConsole: LineFormat = {
  name: "zerolog-console",
  read(text) {
    const time = parseTimestamp(text, 0);
    const from = time ? time.end + 1 : (kitchen.exec(text)?.[0].length ?? 0);
    if (text.charCodeAt(from + 3) !== 32) return undefined;
    const level = levels.get(text.slice(from, from + 3));
    if (level === undefined) return undefined;
    const { body, fields } = readWithCaller(text, from + 4);
    const own = time && ({ at: time.at, from: time.zoned ? "line" : "line-utc" } as const);
    return { body: body ?? "", level, time: own, fields };
  },
};

function readWithCaller(text: string, from: number): ReturnType<typeof readMessageAndPairs> {
  const heads: LineField[] = [];
  const end = text.indexOf(" ", from);
  const caller = end > from && text.startsWith("> ", end + 1) ? text.slice(from, end) : undefined;
  if (caller !== undefined) heads.push(["caller", caller]);
  return readMessageAndPairs(text, caller === undefined ? from : end + 3, heads);
}
