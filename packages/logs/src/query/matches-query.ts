import type { Level, LogStreamRef } from "@kubin/schema";
import { isWordByte, lowerAscii, lowerAsciiBytes } from "../lines/line-text.ts";
import { levelsMatching } from "./levels-matching.ts";
import { matchesAttribute } from "./matches-attribute.ts";
import { matchesGlob } from "./matches-glob.ts";
import type { ResolvedQuery } from "./query.ts";
import { matchesRegex } from "./regex/matches-regex.ts";

/** A line as a query sees it. */
export interface QueriedLine {
  stream: LogStreamRef;
  /** Nanoseconds since the epoch. */
  at: bigint | undefined;
  level: Level;
  /** The whole line, leading timestamp included. */
  text: Uint8Array;
  /** Attributes by name. */
  fields: ReadonlyMap<string, string>;
  /** Name of the format that the line was read by. */
  format: string;
}

/** Whether a line matches: the plain meaning of a query, which every log engine must agree with. */
export function matchesQuery(query: ResolvedQuery, line: QueriedLine): boolean {
  switch (query.type) {
    case "all":
      return true;
    case "and":
      return query.items.every((item) => matchesQuery(item, line));
    case "or":
      return query.items.some((item) => matchesQuery(item, line));
    case "not":
      return !matchesQuery(query.item, line);
    case "word":
      return holds(line.text, { needle: query.word, whole: true });
    case "phrase":
      return holds(line.text, { needle: query.text, whole: false });
    case "regex":
      return matchesRegex(query, line.text);
    case "level":
      return levelsMatching(query.op, query.level).includes(line.level);
    case "field":
      return matchesGlob(line.stream[query.field], query.pattern);
    case "attribute":
      if (query.word !== undefined && holds(line.text, { needle: query.word, whole: true })) return true;
      return matchesAttribute(query, line);
    case "pods":
      return query.pods.some(
        ({ namespace, names }) => namespace === line.stream.namespace && names.includes(line.stream.pod),
      );
    case "source":
      return line.stream.source === query.source;
    case "time": {
      if (line.at === undefined) return false;
      const bound = BigInt(Math.trunc(query.at)) * 1_000_000n;
      return query.op === ">=" ? line.at >= bound : line.at < bound;
    }
  }
}

function holds(line: Uint8Array, wanted: { needle: string; whole: boolean }): boolean {
  const text = lowerAsciiBytes(line);
  const needle = new TextEncoder().encode(lowerAscii(wanted.needle));
  for (let index = 0; index + needle.length <= text.length; index += 1) {
    if (!needle.every((byte, offset) => text[index + offset] === byte)) continue;
    const end = index + needle.length;
    const joinedBefore = isWordByte(needle[0]) && isWordByte(text[index - 1]);
    const joinedBehind = isWordByte(needle[needle.length - 1]) && isWordByte(text[end]);
    if (!wanted.whole || (!joinedBefore && !joinedBehind)) return true;
  }
  return false;
}
