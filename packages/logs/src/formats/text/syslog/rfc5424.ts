import type { LineField, LineFormat } from "../../../parse/line-format.ts";
import { writtenFields } from "../parts/request.ts";
import { datedAt } from "../times/dated-head.ts";
import { withInside } from "./inside.ts";
import { priorityAt } from "./priority.ts";

const header = / (?<host>[!-~]{1,255}) (?<unit>[!-~]{1,48}) (?<pid>[!-~]{1,128}) (?<message_id>[!-~]{1,32}) /y;
const parameter = /([!-~]{1,32})="((?:[^"\\\]]|\\.){0,1024})"/g;

/** Longest structured data that is looked through. */
const longest = 16_384;

/** Syslog of RFC 5424: `<34>1 2021-08-05T10:14:09.409Z host app 7 ID47 [data@1 key="value"] message`. */
export const rfc5424: LineFormat = {
  name: "rfc5424",
  read(text, around) {
    const priority = priorityAt(text);
    if (!priority || !text.startsWith("1 ", priority.end)) return undefined;
    const nil = text.startsWith("- ", priority.end + 2);
    const stamp = nil ? { time: undefined, end: priority.end + 3 } : datedAt(text, priority.end + 2);
    if (!stamp) return undefined;
    header.lastIndex = stamp.end;
    const groups = header.exec(text)?.groups;
    const data = groups && structuredData(text, header.lastIndex);
    if (!data) return undefined;
    const fields = [...writtenFields(Object.entries(groups)), ...data.fields];
    // The byte order mark says that the message is UTF-8.
    const body = text.slice(data.end).replace(/^ ?\u{feff}?/u, "");
    return withInside({ body, level: priority.level, time: stamp.time, fields }, around);
  },
};

/** `-` or `[id key="value" …][…]`; its end is behind it. */
function structuredData(text: string, at: number): { fields: LineField[]; end: number } | undefined {
  if (text.charCodeAt(at) === 45) return { fields: [], end: at + 1 };
  let end = at;
  while (text.charCodeAt(end) === 91) {
    const close = endOfElement(text, end);
    if (close < 0) return undefined;
    end = close;
  }
  if (end === at) return undefined;
  const fields: LineField[] = [];
  for (const [, name = "", value = ""] of text.slice(at, end).matchAll(parameter)) fields.push([name, value]);
  return { fields, end };
}

function endOfElement(text: string, at: number): number {
  const limit = Math.min(text.length, at + longest);
  let quoted = false;
  for (let index = at + 1; index < limit; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 92) index += 1;
    else if (code === 34) quoted = !quoted;
    else if (code === 93 && !quoted) return index + 1;
  }
  return -1;
}
