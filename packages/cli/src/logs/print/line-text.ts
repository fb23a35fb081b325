import type { Query } from "@kubin/logs";
import type { LogLine, LogStreamRef } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { inert } from "../../output/inert.ts";
import { paintFor } from "../../output/paint.ts";
import { highlighter } from "../../search/hits/highlighter.ts";
import { podTones } from "./pod-tones.ts";

interface LineText {
  io: Io;
  streams: readonly LogStreamRef[];
  /** Pod and container before each line; by default where there are several logs. */
  prefix?: boolean | undefined;
  /** The time before each line, or none; by default the line as it was captured. */
  timestamps?: boolean | undefined;
  /** What stands out on a terminal. */
  marks: Query;
}

/**
 * The text of a line. A file or a pipe gets it as it was; a terminal must not obey it, and gets a colour for each pod.
 */
export async function lineText({ io, streams, marks, ...opts }: LineText): Promise<(line: LogLine) => string> {
  const show = io.terminal.stdout ? inert : (text: string) => text;
  const mark = io.terminal.stdout ? await highlighter(marks, paintFor(io, "stdout")) : (text: string) => text;
  const before = (opts.prefix ?? streams.length > 1) ? prefixes(io, streams) : () => "";
  return (line) => `${before(line)}${mark(show(bodyOf(line, opts.timestamps)))}\n`;
}

function bodyOf({ prefix, message, at }: LogLine, timestamps: boolean | undefined): string {
  if (timestamps === undefined) return prefix + message;
  return timestamps && at !== undefined ? `${at} ${message}` : message;
}

/** `pod `, or `pod container ` where there are several; in columns on a terminal. */
function prefixes(io: Io, streams: readonly LogStreamRef[]): (line: LogStreamRef) => string {
  const several = (names: readonly string[]) => new Set(names).size > 1;
  const withNamespace = several(streams.map(({ namespace }) => namespace));
  const withContainer = several(streams.map(({ container }) => container));
  const nameOf = ({ namespace, pod, container }: LogStreamRef) =>
    `${withNamespace ? `${namespace}/` : ""}${pod}${withContainer ? ` ${container}` : ""}`;
  const paint = paintFor(io, "stdout");
  const tones = podTones(streams.map(({ pod }) => pod));
  const width = io.terminal.stdout ? Math.max(0, ...streams.map((stream) => nameOf(stream).length)) : 0;
  const known = new Map(
    streams.map((stream) => {
      const name = inert(nameOf(stream));
      return [
        nameOf(stream),
        `${paint(tones.get(stream.pod) ?? "dim", name)}${" ".repeat(Math.max(0, width - name.length))} `,
      ];
    }),
  );
  return (line) => known.get(nameOf(line)) ?? "";
}
