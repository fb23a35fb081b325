import type { LogLine, LogStream, LogView } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { plural } from "../output/format-numbers.ts";
import { outputFormat } from "../output/output-format.ts";
import { printResult } from "../output/print-result.ts";
import { openContent } from "../session/open-content.ts";
import { exitCodes } from "../usage/exit-code.ts";
import { filterOf, type LogFilter, marksOf } from "./filter/log-filter.ts";
import { type LogsArgs, partOf, refuseFollow } from "./logs-args.ts";
import { copyLog } from "./print/copy-log.ts";
import { lineText } from "./print/line-text.ts";
import { printLines, printView } from "./print/print-lines.ts";
import { pageSizeFor } from "./read/page-size.ts";
import { readLogs } from "./read/read-logs.ts";
import { chooseStreams } from "./which/choose-streams.ts";
import { type FoundStreams, findStreams, listed } from "./which/find-streams.ts";

/** `kubin logs`: the lines as they were captured, or a LogView. Fetched page by page, so a log may be of any size. */
export async function showLog(io: Io, args: LogsArgs): Promise<number> {
  refuseFollow(args);
  const format = outputFormat(args);
  const part = partOf(args);
  const marks = await marksOf(args);
  const opened = await openContent(io, args);
  const { client, snapshot } = opened;
  const filter = await filterOf(args, snapshot.capturedAt);
  const found = await findStreams({ client, snapshotId: snapshot.id, namespace: args.namespace }, args.pod);
  const streams = chooseStreams(found, args);
  if (!args.quiet) tellOdd(io, found, streams);
  const [only] = streams;
  // As it stands: nothing is cut, chosen or put before a line, and nobody looks at it.
  if (
    only &&
    streams.length === 1 &&
    format === "table" &&
    isPlain(io, args) &&
    part === undefined &&
    takesAll(filter)
  ) {
    await copyLog(io, opened, only);
    return exitCodes.done;
  }
  let incomplete: string | undefined;
  const onIncomplete = (why: string) => {
    incomplete = why;
  };
  const pageSize = pageSizeFor(streams);
  const pages = readLogs({ client, snapshotId: snapshot.id, filter, part, pageSize, onIncomplete }, streams);
  const total = streams.reduce((sum, { lines }) => sum + lines, 0);
  const { pager, prefix, timestamps } = args;
  if (format === "table") {
    await printLines({ io, pager, pages, text: await lineText({ io, streams, marks, prefix, timestamps }) });
  } else if (format === "json" && args.jq === undefined) await printView({ io, pager, pages, total });
  else await printResult({ io, args, value: await viewOf(pages, total), table: () => "" });
  if (incomplete === undefined) return exitCodes.done;
  tell(io, incomplete);
  return exitCodes.partial;
}

function isPlain(io: Io, { prefix, timestamps }: LogsArgs): boolean {
  return !io.terminal.stdout && prefix !== true && timestamps === undefined;
}

function takesAll({ query, since, until }: LogFilter): boolean {
  return query.type === "all" && since === undefined && until === undefined;
}

/** What a reader of several logs could take for something else. */
function tellOdd(io: Io, { silent }: FoundStreams, streams: readonly LogStream[]): void {
  if (silent.length > 0) tell(io, `No log was captured of ${plural(silent.length, "pod")}: ${listed(silent)}.`);
  const untimed = streams.filter(({ lines, firstAt }) => lines > 0 && firstAt === undefined);
  if (streams.length < 2 || untimed.length === 0) return;
  const names = untimed.map(({ pod, container }) => `${pod} (${container})`);
  tell(io, `No line has a time in ${listed(names)}: these lines stand first.`);
}

async function viewOf(pages: AsyncIterable<LogLine[]>, total: number): Promise<LogView> {
  const value: LogView = { lines: [], total };
  for await (const some of pages) for (const line of some) value.lines.push(line);
  return value;
}
