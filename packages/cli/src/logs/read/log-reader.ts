import type { KubinClient } from "@kubin/client";
import type { LogStream } from "@kubin/schema";
import type { LogFilter } from "../filter/log-filter.ts";
import type { Part } from "../logs-args.ts";

/** How logs are read: all of them, or what of each passes. */
export interface LogReader {
  client: KubinClient;
  snapshotId: string;
  filter: LogFilter;
  part: Part | undefined;
  /** Lines fetched of a stream at a time. */
  pageSize: number;
  /** Told why an answer of the server is not whole. */
  onIncomplete(why: string): void;
}

export function isWhole({ since, until, query }: LogFilter): boolean {
  return since === undefined && until === undefined && query.type === "all";
}

/** Lines held of all streams together, about; twice that with those under way. */
const heldLines = 40_000;
const smallestPage = 50;

export function pageSizeFor(streams: readonly LogStream[], largest: number): number {
  return Math.min(largest, Math.max(smallestPage, Math.floor(heldLines / Math.max(1, streams.length))));
}
