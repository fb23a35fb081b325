import { randomUUID } from "node:crypto";
import { parseLine, type QueriedLine } from "@kubin/logs";
import type { LogStreamRef } from "@kubin/schema";
import type { Scope } from "../policy/scope.ts";
import type { LogChunk, LogRow } from "../ports/logs.ts";

/** A week far enough ahead that no engine takes the rows for expired. */
const sampleWeek = "2035-01-01";

export interface SampleStream {
  stream: LogStreamRef;
  lines: (string | Uint8Array)[];
}

/** The stream of one container; pod and container have names of their own so that mixed-up columns show. */
export function sampleStream(namespace: string, pod: string): LogStreamRef {
  return { namespace, pod, container: `${pod}-main`, source: "current" };
}

/** A whole snapshot as one chunk, parsed as a worker does it. */
export function sampleChunk(streams: SampleStream[], chunk?: Partial<LogChunk>): LogChunk {
  return {
    snapshotId: randomUUID(),
    generation: 1,
    retainWeek: sampleWeek,
    token: "part-1/chunk-0",
    ...chunk,
    streams: streams.map(({ stream, lines }) => ({ stream, rows: lines.map(sampleRow) })),
  };
}

/** What a row says when nobody read the line. */
export const unread = { format: "text", continues: false, timeSource: "none", fields: [] } as const;

/** A line as a row, parsed as a worker does it. */
export function sampleRow(line: string | Uint8Array, number: number): LogRow {
  const bytes = typeof line === "string" ? new TextEncoder().encode(line) : line;
  const { at, level, prefixBytes, timeSource, format, continues, fields } = parseLine(bytes);
  const [prefix, message] = [bytes.subarray(0, prefixBytes), bytes.subarray(prefixBytes)];
  return { line: number, at, level, prefix, message, timeSource, format, continues, fields };
}

/** All of a chunk's snapshot. */
export function sampleScope(chunk: LogChunk, scope?: Partial<Scope>): Scope {
  const { snapshotId, generation, retainWeek } = chunk;
  return { snapshotId, generation, namespaces: "all", logs: true, retainWeek, ...scope };
}

/** The lines of a chunk as the plain evaluator of queries sees them, by a name for each. */
export function queriedLines(chunk: LogChunk): Map<string, QueriedLine> {
  return new Map(
    chunk.streams.flatMap(({ stream, rows }) =>
      rows.map((row) => {
        const text = Uint8Array.from([...row.prefix, ...row.message]);
        const { at, level, format } = row;
        const line = { stream, at, level, text, fields: new Map(row.fields), format };
        return [placeOf({ ...stream, line: row.line }), line] as const;
      }),
    ),
  );
}

export function placeOf(line: LogStreamRef & { line: number }): string {
  return `${line.namespace}/${line.pod}/${line.container}/${line.source}/${line.line}`;
}
