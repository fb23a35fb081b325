import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type EmptyEngine, openEmptyEngine, scope } from "./fixtures/empty-engine.ts";

const query = { type: "all" as const };
const stream = { namespace: "shop", pod: "web-0", container: "main", source: "current" as const };
const { signal } = new AbortController();

let engine: EmptyEngine;
beforeAll(async () => {
  engine = await openEmptyEngine();
});
afterAll(() => engine[Symbol.asyncDispose]());
beforeEach(() => void engine.asked.splice(0));

const reads: [string, (caller: { signal: AbortSignal; requestId?: string }) => Promise<unknown>][] = [
  ["search", (caller) => engine.logs.search({ scope, query, order: "oldest", limit: 10, ...caller })],
  ["count", (caller) => engine.logs.count({ scope, query, ...caller })],
  ["histogram", (caller) => engine.logs.histogram({ scope, query, buckets: 10, from: 0, to: 1000, ...caller })],
  ["facets", (caller) => engine.logs.facets({ scope, query, fields: ["level"], limit: 10, ...caller })],
  ["fields", (caller) => engine.logs.fields({ scope, query, limit: 10, ...caller })],
  ["rawLines", (caller) => engine.logs.rawLines({ scope, query, limit: 10, ...caller })],
  ["lines", (caller) => engine.logs.lines({ scope, stream, from: 0, to: 10, ...caller })],
];

it.each(reads)(
  "%s names its request in the engine's log, is limited, and ends when its caller leaves",
  async (_name, read) => {
    await read({ signal, requestId: "request-7" });
    expect(engine.asked.length).toBeGreaterThan(0);
    for (const { settings } of engine.asked) {
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
  await engine.logs.stored({ snapshotId: scope.snapshotId, retainWeek: scope.retainWeek });
  expect(engine.asked.map(({ settings }) => settings.get("log_comment"))).toEqual([null]);
});
