import type { Query } from "@kubin/logs";
import type { Level } from "@kubin/schema";
import type { Io } from "../../io.ts";
import { inert } from "../../output/inert.ts";
import { type Paint, paintFor, type Tone } from "../../output/paint.ts";
import type { ShownLine } from "./around.ts";
import { highlighter } from "./highlighter.ts";

export const levelTones: Partial<Record<Level, Tone>> = { warn: "yellow", error: "red", fatal: "red" };

/**
 * `ns/pod (container) time LEVEL message`, one line each. Times are UTC; the date is shown once lines are of several
 * days. On a terminal hits stand out and nothing captured can drive it; elsewhere lines come as they were.
 */
export async function createLineFormat(opts: {
  io: Io;
  query: Query;
}): Promise<(lines: readonly ShownLine[]) => string> {
  const { io } = opts;
  const paint = paintFor(io, "stdout");
  const mark = await highlighter(opts.query, paint);
  const show = io.terminal.stdout ? inert : (text: string) => text;
  const days = new Set<string>();
  return (lines) => {
    for (const line of lines) if (line.at !== undefined) days.add(line.at.slice(0, 10));
    return lines
      .map((line) => {
        const where = `${line.namespace}/${line.pod} (${line.container}${line.source === "previous" ? ", previous" : ""})`;
        const message = show(line.message);
        const head = [paint("dim", where), timeOf(line.at, days.size > 1).padEnd(12), levelOf(line.level, paint)].join(
          " ",
        );
        // With lines around, the hits among them must be seen without colours too.
        const gutter = line.hit === undefined ? "" : line.hit ? "> " : "  ";
        return `${gutter}${head} ${line.hit === false ? message : mark(message)}\n`;
      })
      .join("");
  };
}

/** ISO with nanoseconds → "10:41:58.203", or "11-23 10:41:58.203". */
function timeOf(at: string | undefined, withDay: boolean): string {
  if (at === undefined) return "-";
  const clock = at.slice(11, 23).replace(/Z$/, "");
  return withDay ? `${at.slice(5, 10)} ${clock}` : clock;
}

function levelOf(level: Level, paint: Paint): string {
  const word = (level === "unknown" ? "-" : level.toUpperCase()).padEnd(5);
  const tone = levelTones[level];
  return tone === undefined ? word : paint(tone, word);
}
