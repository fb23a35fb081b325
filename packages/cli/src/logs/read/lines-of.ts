import type { KubinClient } from "@kubin/client";
import type { LogLine, LogStreamRef } from "@kubin/schema";

/** Lines `from` ≤ number < `to` of one stream, a page at a time, the next one fetched while one is printed. */
export async function* linesOf(opts: {
  client: KubinClient;
  snapshotId: string;
  stream: LogStreamRef;
  from: number;
  to: number;
  pageSize: number;
}): AsyncGenerator<LogLine[]> {
  const { client, snapshotId, to, pageSize } = opts;
  const { namespace, pod, container, source } = opts.stream;
  const page = (from: number) =>
    client.query.viewLog.query({
      snapshotId,
      stream: { namespace, pod, container, source },
      from,
      limit: Math.min(pageSize, to - from),
    });
  let next = opts.from < to ? page(opts.from) : undefined;
  for (let at = opts.from; next !== undefined; ) {
    const { lines } = await next;
    if (lines.length === 0) return;
    at += lines.length;
    next = at < to ? page(at) : undefined;
    // A reader who leaves must not leave a rejection behind that nobody sees.
    next?.catch(() => undefined);
    yield lines;
  }
}
