import { csvRow, type ResolvedQuery } from "@kubin/logs";
import { type ExportLogs, KubinError, type LogLine, LogStreamRef } from "@kubin/schema";
import type { Ctx } from "../ctx.ts";
import { authoriseRead } from "../policy/authorise-read.ts";
import type { Scope } from "../policy/scope.ts";
import type { LogPosition } from "../ports/logs.ts";
import { parseLogQuery } from "./parse-log-query.ts";

interface Export {
  ctx: Ctx;
  scope: Scope;
  query: ResolvedQuery;
}

/** Bounds memory, and how long the engine is held at a time. */
const pageLines = 5_000;

const csvColumns = ["time", "level", "namespace", "pod", "container", "run", "line", "text", "fields"] as const;

/**
 * All lines that match, by stream and line number, a page at a time: never held as a whole. Throws TOO_LARGE where a
 * limit of the engine ends it: half a file must not look like a whole one.
 */
export async function* exportLogs(opts: { ctx: Ctx; input: ExportLogs }): AsyncGenerator<Uint8Array> {
  const { ctx, input } = opts;
  const { scope, snapshot } = await authoriseRead({ ctx, action: "content.read", snapshotId: input.snapshotId });
  const query = await parseLogQuery({ ctx, scope, snapshot, text: input.query });
  const asked = { ctx, scope, query };
  if (input.format === "text") {
    yield* rawPages(asked);
    return;
  }
  const write = input.format === "csv" ? csvLine : ndjsonLine;
  if (input.format === "csv") yield Buffer.from(csvRow(csvColumns));
  for await (const lines of linePages(asked)) yield Buffer.from(lines.map(write).join(""));
}

async function* rawPages({ ctx, scope, query }: Export): AsyncGenerator<Uint8Array> {
  const lineFeed = Buffer.of(10);
  let after: LogPosition | undefined;
  do {
    const { signal, requestId } = ctx;
    const page = await ctx.ports.logs.rawLines({ scope, query, limit: pageLines, after, signal, requestId });
    refusePart(page.incomplete);
    if (page.lines.length > 0) yield Buffer.concat(page.lines.flatMap((line) => [line, lineFeed]));
    after = page.lines.length === pageLines ? page.last : undefined;
  } while (after !== undefined);
}

async function* linePages({ ctx, scope, query }: Export): AsyncGenerator<LogLine[]> {
  let after: LogPosition | undefined;
  do {
    const { signal, requestId } = ctx;
    const search = { scope, query, order: "file", limit: pageLines, after, fields: true, signal, requestId } as const;
    const { lines, incomplete } = await ctx.ports.logs.search(search);
    refusePart(incomplete);
    if (lines.length > 0) yield lines;
    const last = lines.at(-1);
    after = last && lines.length === pageLines ? positionOf(last) : undefined;
  } while (after !== undefined);
}

function positionOf(line: LogLine): LogPosition {
  return { at: line.at, stream: LogStreamRef.parse(line), line: line.line };
}

function refusePart(incomplete: string | undefined): void {
  if (incomplete !== undefined) throw new KubinError("TOO_LARGE", incomplete);
}

function ndjsonLine(line: LogLine): string {
  return `${JSON.stringify(line)}\n`;
}

function csvLine(line: LogLine): string {
  const { namespace, pod, container, source } = line;
  const fields = Object.keys(line.fields ?? {}).length === 0 ? "" : JSON.stringify(line.fields);
  const place = [namespace, pod, container, source, String(line.line + 1)];
  return csvRow([line.at ?? "", line.level, ...place, line.prefix + line.message, fields]);
}
