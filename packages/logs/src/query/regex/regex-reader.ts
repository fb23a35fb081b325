import { QueryError } from "../query-error.ts";

/** A pattern that is being read. */
export interface RegexReader {
  text: string;
  next: number;
  depth: number;
  /** Places of counted repetitions so far. */
  counted: number;
  ignoreCase: boolean;
  /** Where it begins in the query. */
  at: number;
}

export function refuse(reader: RegexReader, message: string, place: { from: number; to: number }): QueryError {
  return new QueryError(message, { from: reader.at + place.from, to: reader.at + place.to });
}

/** The next character, whole beyond the basic plane too. Empty at the end. */
export function peek(reader: RegexReader): string {
  const code = reader.text.codePointAt(reader.next);
  return code === undefined ? "" : String.fromCodePoint(code);
}

export function take(reader: RegexReader): string {
  const character = peek(reader);
  reader.next += character.length;
  return character;
}

export function takeIf(reader: RegexReader, expected: string): boolean {
  if (!reader.text.startsWith(expected, reader.next)) return false;
  reader.next += expected.length;
  return true;
}
