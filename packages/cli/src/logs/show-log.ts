import { KubinError, type LogLine, type LogView } from "@kubin/schema";
import type { Io } from "../io.ts";
import { inert, inertJson } from "../output/inert.ts";
import { openOutput } from "../output/open-output.ts";
import { outputFormat } from "../output/output-format.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openContent } from "../session/open-content.ts";

import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { inRange } from "../usage/in-range.ts";
import { findStream } from "./find-stream.ts";
import { linesOf } from "./lines-of.ts";

interface LogsArgs extends WantedArgs, ResultArgs {
  pod: string;
  namespace?: string | undefined;
  container?: string | undefined;
  previous: boolean;
  tail?: number | undefined;
  head?: number | undefined;
}

/** `kubin logs`: the lines as they were captured, or a LogView. Fetched page by page, so a log may be of any size. */
export async function showLog(io: Io, args: LogsArgs): Promise<undefined> {
  const format = outputFormat(args);
  const count = lineCount(args);
  const { client, snapshot } = await openContent(io, args);
  const stream = await findStream({ ...args, client, snapshotId: snapshot.id });
  const from = args.tail === undefined ? 0 : Math.max(0, stream.lines - count);
  const lines = linesOf({ client, snapshotId: snapshot.id, stream, from, to: Math.min(stream.lines, from + count) });
  if (format === "table") return printLines(io, args, lines);
  if (format === "json" && args.jq === undefined) return printView(io, args, { lines, total: stream.lines });
  const value: LogView = { lines: [], total: stream.lines };
  for await (const some of lines) value.lines.push(...some);
  await printResult({ io, args, value, table: () => "" });
}

function lineCount({ tail, head }: LogsArgs): number {
  const max = Number.MAX_SAFE_INTEGER;
  if (tail !== undefined && head !== undefined) {
    throw new KubinError("BAD_INPUT", "--tail and --head exclude each other.");
  }
  // kubectl: --tail=-1 is all of it.
  if (tail === -1) return max;
  if (tail !== undefined) return inRange({ name: "--tail", value: tail, min: 0, max });
  return head === undefined ? max : inRange({ name: "--head", value: head, min: 0, max });
}

async function printLines(io: Io, args: LogsArgs, pages: AsyncIterable<LogLine[]>): Promise<undefined> {
  const out = openOutput(io, args.pager);
  // A file or a pipe gets the lines as they were; a terminal must not obey them.
  const show = io.terminal.stdout ? inert : (text: string) => text;
  for await (const lines of pages) {
    await out.write(lines.map((line) => `${show(line.prefix + line.message)}\n`).join(""));
    if (out.closed()) break;
  }
  await out.end();
}

/** A LogView written as it comes: the document may be larger than memory. */
async function printView(
  io: Io,
  args: LogsArgs,
  view: { lines: AsyncIterable<LogLine[]>; total: number },
): Promise<undefined> {
  const out = openOutput(io, args.pager);
  await out.write(`{\n  "total": ${view.total},\n  "lines": [`);
  let comma = "\n    ";
  for await (const lines of view.lines) {
    for (const line of lines) {
      await out.write(comma + inertJson(JSON.stringify(line)));
      comma = ",\n    ";
    }
    if (out.closed()) break;
  }
  await out.write("\n  ]\n}\n");
  await out.end();
}
