import type { Level } from "@kubin/schema";
import type { LineField, LineFormat, LineReading, LineSurroundings, OwnTime } from "../../parse/line-format.ts";
import { timeWithoutYear } from "../../parse/own-time.ts";
import { daysSinceEpoch, isDigit, nanosOf, readClock, twoDigits } from "../../parse/parse-timestamp.ts";
import { quotedEnd, unquote } from "./quoted.ts";
import { readingOf } from "./reading-of.ts";
import { attributeRoles, rolesOf } from "./roles.ts";
import { scanPairs } from "./scan-pairs.ts";

/** The pairs of klogr hold the message. */
const klogrRoles = rolesOf({ message: "msg" }, attributeRoles);

interface Header {
  level: Level;
  year: number | undefined;
  month: number;
  day: number;
  secondOfDay: number;
  nanos: number;
  end: number;
}

/**
 * klog and glog (kubernetes.io, "System Logs"; github.com/google/glog): `I0805 10:14:09.409123   1 main.go:178] text`,
 * glog of today with the year before the month; structured lines: `"message" key="value"`, and klogr's
 * `logger "msg"="message" "key"="value"`. The number before the caller is a thread: attribute `thread`.
 */
export const klog: LineFormat = {
  name: "klog",
  read(text, around) {
    const level = levelOf(text.charCodeAt(0));
    const header = level && readHeader(text, level);
    if (!header) return undefined;
    const time = around.envelopeAt === undefined ? timeOf(header, around) : undefined;
    return readRest(text, header, time);
  },
};

function readHeader(text: string, level: Level): Header | undefined {
  const from = text.charCodeAt(5) === 32 ? 1 : text.charCodeAt(9) === 32 ? 5 : 0;
  if (from === 0 || text.charCodeAt(from + 13) !== 46) return undefined;
  const year = from === 5 ? twoDigits(text, 1) * 100 + twoDigits(text, 3) : undefined;
  const month = twoDigits(text, from);
  const day = twoDigits(text, from + 2);
  const secondOfDay = readClock(text, from + 5);
  if (secondOfDay < 0 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  let micros = 0;
  const end = from + 20;
  for (let index = from + 14; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (!isDigit(code)) return undefined;
    micros = micros * 10 + code - 48;
  }
  return { level, year, month, day, secondOfDay, nanos: micros * 1000, end };
}

function timeOf(header: Header, around: LineSurroundings): OwnTime | undefined {
  const { year } = header;
  if (year === undefined) return timeWithoutYear(header, around);
  const days = daysSinceEpoch({ year, month: header.month, day: header.day });
  if (days < 0) return undefined;
  return { at: nanosOf(days * 86_400 + header.secondOfDay, header.nanos), from: "line-utc" };
}

function readRest(text: string, header: Header, time: OwnTime | undefined): LineReading {
  const fields: LineField[] = [];
  const thread = skipBlanks(text, header.end);
  let index = thread;
  while (isDigit(text.charCodeAt(index))) index += 1;
  const hasThread = index > thread && text.charCodeAt(index) === 32;
  const callerFrom = hasThread ? index + 1 : thread;
  const callerEnd = endOfCaller(text, callerFrom);
  if (callerEnd > 0) fields.push(["caller", text.slice(callerFrom, callerEnd)]);
  if (hasThread) fields.push(["thread", text.slice(thread, index)]);
  const body = readMessage(text, callerEnd > 0 ? skipBlank(text, callerEnd + 1) : callerFrom, fields);
  return { body, level: header.level, time, fields };
}

/** The message that begins at `from`; the pairs behind it become fields. */
function readMessage(text: string, from: number, fields: LineField[]): string {
  if (text.charCodeAt(from) === 34) {
    const end = quotedEnd(text, from);
    if (text.charCodeAt(end) === 61) return readPairs(text, from, fields);
    if (end < text.length && text.charCodeAt(end) !== 32) return text.slice(from);
    if (end < text.length) push(fields, readingOf(scanPairs(text, end).attributes, attributeRoles).fields);
    return unquote(text, from, end);
  }
  const blank = text.indexOf(" ", from);
  if (blank > from && text.startsWith('"msg"=', blank + 1)) {
    fields.push(["logger", text.slice(from, blank)]);
    return readPairs(text, blank + 1, fields);
  }
  return text.slice(from);
}

function readPairs(text: string, from: number, fields: LineField[]): string {
  const reading = readingOf(scanPairs(text, from).attributes, klogrRoles);
  push(fields, reading.fields);
  return reading.body ?? text.slice(from);
}

function push(fields: LineField[], more: readonly LineField[]): void {
  for (const field of more) fields.push(field);
}

/** Place of the `]` behind `main.go:178`, -1 where no caller stands. */
function endOfCaller(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 93) return index > from ? index : -1;
    if (code <= 32) return -1;
  }
  return -1;
}

function skipBlanks(text: string, from: number): number {
  let index = from;
  while (text.charCodeAt(index) === 32) index += 1;
  return index;
}

function skipBlank(text: string, from: number): number {
  return text.charCodeAt(from) === 32 ? from + 1 : from;
}

function levelOf(letter: number): Level | undefined {
  switch (letter) {
    case 73:
      return "info";
    case 87:
      return "warn";
    case 69:
      return "error";
    case 70:
      return "fatal";
    default:
      return undefined;
  }
}
