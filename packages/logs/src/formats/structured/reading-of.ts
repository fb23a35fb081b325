import type { Level } from "@kubin/schema";
import { levelOfSeverity, levelOfValue } from "../../parse/level-of-word.ts";
import type { KnownField, LineField, OwnTime } from "../../parse/line-format.ts";
import { timeOfValue } from "../../parse/own-time.ts";
import type { Attributes } from "./attributes.ts";
import { durationMs } from "./durations.ts";
import { knownRoles, type Role, type Roles } from "./roles.ts";
import { traceId, traceparentIds } from "./trace-ids.ts";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"]);

/** What attributes say by their roles. `body` is undefined where none of them is a message. */
export interface AttributeReading {
  body: string | undefined;
  level: Level | undefined;
  time: OwnTime | undefined;
  fields: readonly LineField[];
}

/**
 * Level, time, message and fields of a line's attributes. An attribute whose value does not fit its role (a `status`
 * that is no HTTP status, a `time` that is none) is an attribute like any other. What a known field says changed, in
 * another unit or without its query, stays under its own name too. A number called `duration` whose unit nobody told
 * becomes `duration_raw`.
 */
export function readingOf(attributes: Attributes, roles: Roles = knownRoles): AttributeReading {
  const reader = new Reader();
  const { names, values } = attributes;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? "";
    const value = values[index] ?? "";
    const role = roles.get(name);
    if (role === undefined || !reader.take(role, name, value)) reader.rest.push([name, value]);
  }
  return reader.result();
}

class Reader {
  level: Level | undefined;
  time: OwnTime | undefined;
  body: string | undefined;
  event: LineField | undefined;
  file: string | undefined;
  line: string | undefined;
  path: { name: string; value: string; plain: string } | undefined;
  readonly known: LineField[] = [];
  readonly rest: LineField[] = [];
  private seen = 0;

  /** Whether the value fits the role; then nothing is left to do with it. */
  take(role: Role, name: string, value: string): boolean {
    switch (role) {
      case "time":
        if (this.time !== undefined) return false;
        this.time = timeOfValue(value);
        return this.time !== undefined;
      case "level":
      case "severity":
        if (this.level !== undefined) return false;
        this.level = role === "level" ? levelOfValue(value) : levelOfSeverity(value);
        return this.level !== undefined;
      case "message":
        if (this.body !== undefined) return false;
        if (value !== "") this.body = value;
        return true;
      case "event":
        if (this.event !== undefined) return false;
        this.event = [name, value];
        return true;
      case "logger":
      case "caller":
        return value !== "" && this.set(role, value);
      case "file":
        if (this.file !== undefined || value === "") return false;
        this.file = value;
        return true;
      case "line":
        if (this.line !== undefined) return false;
        this.line = value;
        return true;
      case "trace":
      case "span":
        return this.setChanged(role, [name, value], traceId(value));
      case "traceparent":
        return this.takeTraceparent(value);
      case "method":
        return methods.has(value) && this.set(role, value);
      case "status":
        return isHttpStatus(value) && this.set(role, value);
      case "path":
        return this.takePath(name, value);
      case "ns":
      case "us":
      case "ms":
      case "s":
        return this.setChanged("duration", [name, value], durationMs(value, role));
      case "duration":
        return this.takeDuration(name, value);
      case "attribute":
        return false;
    }
  }

  result(): AttributeReading {
    const { level, time, file } = this;
    if (this.event !== undefined) {
      if (this.body === undefined) this.body = this.event[1];
      else this.rest.push(this.event);
    }
    if (file !== undefined && !this.set("caller", this.line === undefined ? file : `${file}:${this.line}`)) {
      this.rest.push(["file", file]);
    }
    if (this.path !== undefined) this.settlePath(this.path);
    // What is known stands first: of two of a name the first stays.
    for (const field of this.rest) this.known.push(field);
    return { body: this.body, level, time, fields: this.known };
  }

  /** A path belongs to a request; others are of files. */
  private settlePath({ name, value, plain }: NonNullable<Reader["path"]>): void {
    const ofRequest = (this.seen & (bits.method | bits.status)) !== 0;
    if (!ofRequest || !this.setChanged("path", [name, value], plain)) this.rest.push([name, value]);
  }

  private takePath(name: string, value: string): boolean {
    if (this.path !== undefined) return false;
    const plain = pathOf(value);
    if (plain === undefined) return false;
    this.path = { name, value, plain };
    return true;
  }

  private takeTraceparent(value: string): boolean {
    const ids = traceparentIds(value);
    if (ids === undefined) return false;
    this.set("trace", ids.trace);
    if (ids.span !== undefined) this.set("span", ids.span);
    return true;
  }

  private takeDuration(name: string, value: string): boolean {
    const ms = durationMs(value);
    if (ms !== undefined) return this.setChanged("duration", [name, value], ms);
    if (name !== "duration" || value === "" || Number.isNaN(Number(value))) return false;
    this.rest.push(["duration_raw", value]);
    return true;
  }

  private setChanged(field: KnownField, [name, value]: LineField, known: string | undefined): boolean {
    if (known === undefined || !this.set(field, known)) return false;
    if (known !== value && name !== field) this.rest.push([name, value]);
    return true;
  }

  private set(field: KnownField, value: string): boolean {
    const bit = bits[field];
    if ((this.seen & bit) !== 0) return false;
    this.seen |= bit;
    this.known.push([field, value]);
    return true;
  }
}

const bits: Readonly<Record<KnownField, number>> = {
  logger: 1,
  caller: 2,
  trace: 4,
  span: 8,
  method: 16,
  status: 32,
  path: 64,
  duration: 128,
};

function isHttpStatus(value: string): boolean {
  const first = value.charCodeAt(0);
  return value.length === 3 && first >= 49 && first <= 53 && /^\d\d\d$/.test(value);
}

/** Path of a request target or URL, without its query. */
function pathOf(target: string): string | undefined {
  let from = 0;
  if (target.charCodeAt(0) !== 47) {
    if (!target.startsWith("http://") && !target.startsWith("https://")) return undefined;
    from = target.indexOf("/", 8);
    if (from < 0) return "/";
  }
  const query = target.indexOf("?", from);
  return query < 0 ? target.slice(from) : target.slice(from, query);
}
