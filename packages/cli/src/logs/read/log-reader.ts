import type { KubinClient } from "@kubin/client";
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
