import { levelOfValue } from "../../parse/level-of-word.ts";
import type { LineField, LineFormat } from "../../parse/line-format.ts";
import { timeOfValue } from "../../parse/own-time.ts";
import { scanJson } from "./json/scan-json.ts";
import { readingOf } from "./reading-of.ts";
import { attributeRoles, rolesOf } from "./roles.ts";

const longestTime = 40;
const longestName = 200;
const callerShape = /^[^\s:]{1,200}:\d{1,7}$/;
const nameShape = /^[\w./-]{1,200}$/;

/** zap writes durations in seconds (SecondsDurationEncoder) where it is configured for production. */
const roles = rolesOf({ s: "duration took elapsed latency" }, attributeRoles);

/**
 * zap's console encoder (pkg.go.dev/go.uber.org/zap/zapcore, NewConsoleEncoder), the default of operators:
 * `time TAB LEVEL TAB [logger TAB] [caller TAB] message [TAB {fields}]`.
 */
export const zapConsole: LineFormat = {
  name: "zap-console",
  read(text) {
    const timeEnd = text.indexOf("\t");
    if (timeEnd < 8 || timeEnd > longestTime) return undefined;
    const levelEnd = text.indexOf("\t", timeEnd + 1);
    if (levelEnd < 0 || levelEnd - timeEnd > 12) return undefined;
    const level = levelOfValue(text.slice(timeEnd + 1, levelEnd));
    const time = level && timeOfValue(text.slice(0, timeEnd));
    if (!time) return undefined;
    const fields: LineField[] = [];
    let from = levelEnd + 1;
    const first = tokenAt(text, from);
    const second = first === undefined ? undefined : tokenAt(text, from + first.length + 1);
    if (first !== undefined && second !== undefined && callerShape.test(second) && nameShape.test(first)) {
      fields.push(["logger", first], ["caller", second]);
      from += first.length + second.length + 2;
    } else if (first !== undefined && (callerShape.test(first) || nameShape.test(first))) {
      fields.push([callerShape.test(first) ? "caller" : "logger", first]);
      from += first.length + 1;
    }
    const bodyEnd = fieldsFrom(text, from);
    if (bodyEnd < text.length) {
      const attributes = scanJson(text.slice(bodyEnd + 1));
      if (attributes) for (const field of readingOf(attributes, roles).fields) fields.push(field);
    }
    return { body: text.slice(from, bodyEnd), level, time, fields };
  },
};

/** What stands before the next tab; undefined where none follows, or another object does. */
function tokenAt(text: string, from: number): string | undefined {
  const end = text.indexOf("\t", from);
  if (end < 0 || end - from > longestName || text.charCodeAt(end + 1) === 123) return undefined;
  return text.slice(from, end);
}

/** Place of the tab before the object with the fields; the length of the text where none stands. */
function fieldsFrom(text: string, from: number): number {
  const tab = text.indexOf("\t{", from);
  return tab < 0 ? text.length : tab;
}
