import type { LineFormat } from "../../../parse/line-format.ts";
import { datedFormat } from "../parts/dated-format.ts";
import { partsOf } from "../parts/parts-of.ts";
import { datedAt } from "../times/dated-head.ts";

/** Names that programs print in brackets or capitals; no others, which may be words of a sentence. */
const word = "TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|CRITICAL|FATAL";
const lower = "trace|debug|info|notice|warn|warning|error|critical|fatal";

/**
 * A date and a level, the rest is the message: hclog of Consul and Vault, supervisord, scripts. A name before it has a
 * hyphen or a dot; any other word may begin a sentence.
 */
export const datedLevel = datedFormat({
  name: "dated-level",
  patterns: [
    new RegExp(
      String.raw` \[(?<level>${word}|${lower}) {0,3}\] {1,64}(?:(?<logger>\w{1,64}[\-.][\w\-.]{1,100})(?: - |: ))?`,
      "y",
    ),
    new RegExp(`:? (?<level>${word}):? {1,64}`, "y"),
  ],
});

/** The same with the date in brackets. */
export const bracketedDateLevel = datedFormat({
  name: "bracketed-date-level",
  open: true,
  patterns: [
    new RegExp(String.raw`\] ?\[ {0,3}(?<level>${word}|${lower}) {0,3}\] ?`, "y"),
    new RegExp(String.raw`\] (?<level>${word}):? {1,64}`, "y"),
  ],
});

/** A date in brackets and a message: scripts. */
export const bracketedDate = datedFormat({ name: "bracketed-date", open: true, patterns: [/\] (?=\S)/y] });

const leading = [
  new RegExp(String.raw`\[(?<level>${word}) {0,3}\] {1,64}`, "y"),
  new RegExp(`(?<level>${word}): {1,64}`, "y"),
];

/**
 * A level in brackets or capitals at the head: scripts, the second line of java.util.logging, and Go's `log` with a level
 * as its prefix, which writes the date behind it (`WARNING: 2021/08/05 10:14:09 grpc: …`).
 */
export const leadingLevel: LineFormat = {
  name: "leading-level",
  read(text) {
    const first = text.charCodeAt(0);
    if (first !== 91 && !(first >= 67 && first <= 87)) return undefined;
    const second = text.charCodeAt(1);
    const read = second >= 65 && second <= 87 ? partsOf(leading, text, 0) : undefined;
    const stamp = read && datedAt(read.body, 0);
    return stamp && read.body.charCodeAt(stamp.end) === 32
      ? { ...read, time: stamp.time, body: read.body.slice(stamp.end + 1) }
      : read;
  },
};
