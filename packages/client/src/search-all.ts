import type { LogHits, SearchLogs } from "@kubin/schema";
import type { KubinClient } from "./create-client.ts";

export interface SearchAllOptions extends Pick<SearchLogs, "snapshotId" | "query" | "with"> {
  client: KubinClient;
  order?: SearchLogs["order"];
  /** At most so many lines; all of them where it is left out. */
  limit?: number | undefined;
  /** Lines a page, at most 1,000. */
  pageSize?: number;
}

/** Largest page the server gives. */
const mostLines = 1000;

/**
 * All lines that match, a page at a time, the next one fetched while one is read; at most two are held. Where a page
 * says `incomplete`, the answer is not whole.
 */
export async function* searchAll(options: SearchAllOptions): AsyncGenerator<LogHits> {
  const { client, limit, pageSize = mostLines } = options;
  const { snapshotId, query, order } = options;
  let left = limit ?? Number.POSITIVE_INFINITY;
  const page = (cursor?: string) => {
    const asked = { snapshotId, query, order, with: options.with, limit: Math.min(left, pageSize), cursor };
    const hits = client.query.searchLogs.query(asked);
    // A reader who leaves must not leave a rejection behind that nobody sees.
    hits.catch(() => undefined);
    return hits;
  };
  for (let next = left > 0 ? page() : undefined; next !== undefined; ) {
    const hits = await next;
    left -= hits.lines.length;
    next = hits.nextCursor !== undefined && left > 0 ? page(hits.nextCursor) : undefined;
    yield hits;
  }
}
