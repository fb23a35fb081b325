import type { LogStreamRef } from "@kubin/schema";
import type { Refusal } from "../cluster/answer.ts";
import { breakCauseOf } from "../cluster/body-of.ts";
import type { ClusterClient } from "../cluster/cluster-client.ts";
import { tailBuffer } from "./tail-buffer.ts";

const newline = 10;

export interface LogLimits {
  /** Only lines of so many seconds; not of the run before, which may have ended long ago. */
  sinceSeconds: number | undefined;
  tailLines: number | undefined;
  /** Of one log: beyond it the first and the last half are kept. */
  maxLogBytes: number;
}

export interface ReadLog {
  client: ClusterClient;
  stream: LogStreamRef;
  limits: LogLimits;
  /** What of it is missing. */
  onRefused(refusal: Refusal): void;
  onCut(keptBytes: number): void;
}

/**
 * The lines of one log with their timestamps. Of a large one the beginning and the end: it is asked for one byte more
 * than may be kept, and where that comes, once more for so many of its last lines as should fill the other half.
 */
export async function* readLog(opts: ReadLog): AsyncGenerator<Uint8Array> {
  const { maxLogBytes } = opts.limits;
  const half = Math.floor(maxLogBytes / 2);
  const query = queryOf(opts, { limitBytes: String(maxLogBytes + 1) });
  const read = { bytes: 0, lines: 0, lastByte: newline };
  const rest: Uint8Array[] = [];
  for await (const chunk of bodyOf(opts, query)) {
    const room = Math.max(0, half - read.bytes);
    read.bytes += chunk.length;
    const head = chunk.subarray(0, room);
    read.lines += countLines(head);
    read.lastByte = head.at(-1) ?? read.lastByte;
    if (head.length > 0) yield head;
    if (chunk.length > room) rest.push(chunk.subarray(room));
  }
  if (read.bytes <= maxLogBytes) {
    yield* rest;
    return;
  }
  const lineBytes = half / Math.max(1, read.lines);
  // Somewhat more lines than the average says: what is too much is dropped from their beginning.
  const lines = Math.max(1, Math.ceil((half / lineBytes) * 1.2));
  const tail = tailBuffer(half);
  const tailLines = String(Math.min(lines, opts.limits.tailLines ?? lines));
  const tailQuery = queryOf(opts, { tailLines, limitBytes: String(maxLogBytes * 4) });
  for await (const chunk of bodyOf(opts, tailQuery)) tail.add(chunk);
  // The head may end in mid-line.
  if (read.lastByte !== newline) yield new Uint8Array([newline]);
  yield* tail.lines();
  opts.onCut(half * 2);
}

function queryOf({ stream, limits }: ReadLog, more: Record<string, string>): string {
  const isPrevious = stream.source === "previous";
  const query = new URLSearchParams({ container: stream.container, timestamps: "true" });
  if (isPrevious) query.set("previous", "true");
  else if (limits.sinceSeconds !== undefined) query.set("sinceSeconds", String(limits.sinceSeconds));
  if (limits.tailLines !== undefined) query.set("tailLines", String(limits.tailLines));
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.toString();
}

async function* bodyOf(opts: ReadLog, query: string): AsyncGenerator<Uint8Array> {
  const { namespace, pod } = opts.stream;
  const answer = await opts.client.ask({ path: `/api/v1/namespaces/${namespace}/pods/${pod}/log?${query}` });
  if (!answer.ok) return opts.onRefused(answer);
  try {
    yield* answer.body;
  } catch (error) {
    // The lines that came are kept.
    const why = breakCauseOf(error);
    const kind = why === "network" ? "failed" : "timed-out";
    opts.onRefused({ ok: false, kind, status: 0, reason: "", again: false });
  }
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines++;
  return lines;
}
