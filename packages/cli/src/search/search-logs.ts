import { KubinError, type LogCount, type LogHits, type LogLine } from "@kubin/schema";
import { type Io, tell } from "../io.ts";
import { formatCount, formatDuration, plural } from "../output/format-numbers.ts";
import { openOutput } from "../output/open-output.ts";
import { outputFormat } from "../output/output-format.ts";
import { printResult, type ResultArgs } from "../output/print-result.ts";
import { openContent } from "../session/open-content.ts";
import type { OpenedSnapshot } from "../session/open-snapshot.ts";
import type { WantedArgs } from "../session/wanted-snapshot.ts";
import { inRange } from "../usage/in-range.ts";
import { createAround } from "./around.ts";
import { checkQuery } from "./check-query.ts";
import { createLineFormat } from "./line-format.ts";
import { tellUnknownFields } from "./tell-unknown-fields.ts";

interface SearchArgs extends WantedArgs, ResultArgs {
  query: string[];
  count: boolean;
  around: number;
  limit: number;
  order: string;
}

/** Largest page the server gives. */
const pageSize = 1000;

/** `kubin search`: hits as LogHits (with `around`: LogLine[][] beside them), `--count` as LogCount. */
export async function searchLogs(io: Io, args: SearchArgs): Promise<undefined> {
  const limit = inRange({ name: "--limit", value: args.limit, min: 1, max: 1_000_000 });
  const around = inRange({ name: "--around", value: args.around, min: 0, max: 500 });
  const format = outputFormat(args);
  const query = args.query.join(" ");
  const parsed = await checkQuery(query);
  const opened = await openContent(io, args);
  const question = { snapshotId: opened.snapshot.id, query };
  if (args.count) {
    const value = await opened.client.query.countLogs.query(question);
    await printResult({ io, args, value, table: () => `${value.lines}\n` });
    if (value.incomplete !== undefined) tell(io, value.incomplete);
    if (value.lines === 0 && !args.quiet) await tellUnknownFields(io, parsed);
    return;
  }
  const order = args.order === "file" ? "file" : "newest";
  const search = { io, args, opened, query, parsed, order, limit, around } as const;
  await (format === "table" ? printHits(search) : printDocument(search));
}

interface Search {
  io: Io;
  args: SearchArgs;
  opened: OpenedSnapshot;
  query: string;
  parsed: Awaited<ReturnType<typeof checkQuery>>;
  order: "newest" | "file";
  limit: number;
  around: number;
}

async function* pagesOf({ opened, query, order, limit }: Search): AsyncGenerator<LogHits> {
  let left = limit;
  let cursor: string | undefined;
  do {
    const page: LogHits = await opened.client.query.searchLogs.query({
      snapshotId: opened.snapshot.id,
      query,
      order,
      limit: Math.min(left, pageSize),
      cursor,
    });
    yield page;
    left -= page.lines.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined && left > 0);
}

async function printDocument(search: Search): Promise<void> {
  const { io, args, opened, around } = search;
  const value: LogHits & { around?: LogLine[][] } = { lines: [], tookMs: 0 };
  for await (const { lines, tookMs, nextCursor, incomplete } of pagesOf(search)) {
    value.lines.push(...lines);
    value.tookMs += tookMs;
    if (nextCursor === undefined) delete value.nextCursor;
    else value.nextCursor = nextCursor;
    if (incomplete !== undefined) value.incomplete = incomplete;
  }
  if (around > 0) {
    const blocks = createAround({ client: opened.client, snapshotId: opened.snapshot.id, around });
    value.around = (await blocks(value.lines)).map((block) => block.lines);
  }
  await printResult({ io, args, value, table: () => "" });
  if (value.lines.length === 0 && !args.quiet) await tellUnknownFields(io, search.parsed);
}

async function printHits(search: Search): Promise<void> {
  const { io, args, opened, query, around } = search;
  const { client, snapshot } = opened;
  // Counted beside the search; where that fails, the hits are still worth having.
  const counting = client.query.countLogs.query({ snapshotId: snapshot.id, query }).catch(() => undefined);
  const out = openOutput(io, args.pager);
  const format = createLineFormat({ io, query: search.parsed });
  const blocks = createAround({ client, snapshotId: snapshot.id, around });
  let shown = 0;
  let tookMs = 0;
  let incomplete: string | undefined;
  for await (const page of pagesOf(search)) {
    tookMs += page.tookMs;
    incomplete = page.incomplete ?? incomplete;
    const some = around > 0 ? await blocks(page.lines) : [{ lines: page.lines, first: true }];
    for (const block of some) {
      if (!block.first) await out.write("--\n");
      await out.write(format(block.lines));
    }
    shown += page.lines.length;
    if (out.closed() || io.signal.aborted) break;
  }
  await out.end();
  if (io.signal.aborted) throw new KubinError("CANCELLED", "Stopped.");
  if (!args.quiet) tell(io, closingLine({ count: await counting, shown, tookMs, opened, query }));
  if (incomplete !== undefined) tell(io, incomplete);
  if (shown === 0 && !args.quiet) await tellUnknownFields(io, search.parsed);
}

function closingLine(opts: {
  count: LogCount | undefined;
  shown: number;
  tookMs: number;
  opened: OpenedSnapshot;
  query: string;
}): string {
  const { count, shown, opened } = opts;
  const total = count ? `${plural(count.lines, "line")} in ${plural(count.streams, "stream")}` : plural(shown, "line");
  const more = count && count.lines > shown ? ` · ${formatCount(shown)} shown, --limit for more` : "";
  const page = `${opened.url}/logs?q=${encodeURIComponent(opts.query)}`;
  return `${total} · ${formatDuration(opts.tookMs)}${more} · ${page}`;
}
