import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "@clickhouse/client";
import type { LogPort } from "@kubin/core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openLogs } from "./open-logs.ts";

const scope = {
  snapshotId: "0198a0f0-0000-7000-8000-000000000001",
  generation: 1,
  retainWeek: "2035-01-01",
  namespaces: "all" as const,
  logs: true,
};
const query = { type: "all" as const };
const stream = { namespace: "shop", pod: "web-0", container: "main", source: "current" as const };
const { signal } = new AbortController();

/** What is asked of the engine, which answers that nothing was found. */
const asked: URLSearchParams[] = [];
const server = createServer((request, response) => {
  asked.push(new URL(request.url ?? "", "http://engine").searchParams);
  request.resume();
  response.end(JSON.stringify({ meta: [], data: [], rows: 0 }));
});
let logs: LogPort;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  logs = openLogs({ client: createClient({ url: `http://127.0.0.1:${port}`, log: { level: 127 } }) });
});
afterAll(async () => {
  await logs.close();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => void asked.splice(0));

const reads: [string, (caller: { signal: AbortSignal; requestId?: string }) => Promise<unknown>][] = [
  ["search", (caller) => logs.search({ scope, query, order: "oldest", limit: 10, ...caller })],
  ["count", (caller) => logs.count({ scope, query, ...caller })],
  ["histogram", (caller) => logs.histogram({ scope, query, buckets: 10, from: 0, to: 1000, ...caller })],
  ["lines", (caller) => logs.lines({ scope, stream, from: 0, to: 10, ...caller })],
];

it.each(reads)(
  "%s names its request in the engine's log, is limited, and ends when its caller leaves",
  async (_name, read) => {
    await read({ signal, requestId: "request-7" });
    expect(asked.length).toBeGreaterThan(0);
    for (const settings of asked) {
      expect(Object.fromEntries(settings)).toMatchObject({
        log_comment: "request-7",
        readonly: "2",
        cancel_http_readonly_queries_on_client_close: "1",
        max_execution_time: "15",
        max_rows_to_read: "1000000000",
        max_bytes_to_read: String(64 * 1024 ** 3),
        max_memory_usage: String(1024 ** 3),
        max_result_bytes: String(96 * 1024 ** 2),
      });
    }
  },
);

it("work of Kubin itself names no request", async () => {
  await logs.stored({ snapshotId: scope.snapshotId, retainWeek: scope.retainWeek });
  expect(asked.map((settings) => settings.get("log_comment"))).toEqual([null]);
});
