import { levelOfWord } from "../../parse/level-of-word.ts";
import type { LineField, LineFormat } from "../../parse/line-format.ts";
import { parseTimestamp } from "../../parse/parse-timestamp.ts";

const shape =
  /^\[((?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:\.\d{3})?(?: ?(?:Z|[+-]\d{4}))?)\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL)(?: \(([^)]{1,200})\))?: /;

/**
 * pino-pretty (github.com/pinojs/pino-pretty): `[10:14:09.409] INFO (name/123 on host): message`; fields follow in
 * indented lines. The hour alone is no time.
 */
export const pinoPretty: LineFormat = {
  name: "pino-pretty",
  read(text) {
    if (text.charCodeAt(0) !== 91) return undefined;
    const found = shape.exec(text);
    if (!found) return undefined;
    const [all, written = "", level = "", process = ""] = found;
    const time = parseTimestamp(written.replace(" +", "+").replace(" -", "-"), 0);
    return {
      body: text.slice(all.length),
      level: levelOfWord(level),
      time: time && { at: time.at, from: time.zoned ? "line" : "line-utc" },
      fields: processFields(process),
    };
  },
};

/** `name/123 on host`, each part may be missing. */
function processFields(process: string): LineField[] {
  const [who = "", host] = process.split(" on ");
  const slash = who.lastIndexOf("/");
  const fields: LineField[] = [];
  if (slash > 0) fields.push(["logger", who.slice(0, slash)]);
  const pid = who.slice(slash + 1);
  if (/^\d+$/.test(pid)) fields.push(["pid", pid]);
  if (host !== undefined) fields.push(["hostname", host]);
  return fields;
}
