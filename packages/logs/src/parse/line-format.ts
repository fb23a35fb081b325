import type { Level } from "@kubin/schema";

/** Names that a format gives to what many formats say: one name for one meaning, whatever the program calls it. */
export type KnownField =
  /** Who in the program wrote the line: a logger, a class, a module. */
  | "logger"
  /** Where in the source, `reflector.go:138`. */
  | "caller"
  /** Ids of a trace and of the span in it, as written. */
  | "trace"
  | "span"
  /** Of an HTTP request. `path` is without its query. */
  | "method"
  | "status"
  | "path"
  /** How long something took, in milliseconds as a plain decimal number, whatever its unit in the line. */
  | "duration";

/** Name and value of an attribute. Names of no `KnownField` are those of the line; of nested ones with dots between. */
export type LineField = readonly [name: KnownField | (string & {}), value: string];

/** A time that the program wrote. */
export interface OwnTime {
  /** Nanoseconds since the epoch. */
  at: bigint;
  /** `line`: with its zone; `line-utc`: without one, read as UTC; `line-year`: the year was not written. */
  from: "line" | "line-utc" | "line-year";
}

/** What a format reads of a line. */
export interface LineReading {
  /** What the program says: the text without time, level, logger and the like. */
  body: string;
  level?: Level | undefined;
  time?: OwnTime | undefined;
  fields?: readonly LineField[];
}

/** What is known of a line before it is read. */
export interface LineSurroundings {
  /** Time of the envelope; gives a time without a year its year. */
  envelopeAt?: bigint | undefined;
  /** The same, where there is no envelope. */
  capturedAt?: Date | undefined;
}

/** One way in which programs write lines. */
export interface LineFormat {
  name: string;
  /**
   * `text` is one line without envelope, colours and line end. Undefined when it is not of this format. Never throws.
   * Most lines are of another format: what is not must be told by the first characters.
   */
  read(text: string, around: LineSurroundings): LineReading | undefined;
}
