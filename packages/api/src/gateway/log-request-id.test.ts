import type { LogCaller } from "@kubin/core";
import { expect, it } from "vitest";
import { openTestGateway, snapshotId } from "../fixtures/test-gateway.ts";

const stream = { namespace: "shop", pod: "web-0", container: "main", source: "current" as const };

it.each([
  ["searchLogs", { snapshotId, query: "error" }],
  ["countLogs", { snapshotId, query: "error" }],
  ["histogram", { snapshotId, query: "error" }],
  ["viewLog", { snapshotId, stream }],
  ["linesAround", { snapshotId, stream, line: 1 }],
])("query.%s tells the log store which request it is for, and when its caller leaves", async (name, input) => {
  const callers: LogCaller[] = [];
  const told = <T>(caller: LogCaller, answer: T): T => {
    callers.push(caller);
    return answer;
  };
  await using gateway = await openTestGateway({
    metadata: { findLogStream: async () => ({ ...stream, lines: 10, bytes: 100 }) },
    logs: {
      search: async (caller) => told(caller, { lines: [], tookMs: 1 }),
      count: async (caller) => told(caller, { lines: 0, streams: 0, tookMs: 1 }),
      histogram: async (caller) => told(caller, { bucketMs: 1, buckets: [], untimed: 0, tookMs: 1 }),
      lines: async (caller) => told(caller, []),
    },
  });
  const path = `/trpc/query.${name}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const { status, headers, text } = await gateway.ask({ path });
  expect(status, text).toBe(200);
  expect(callers).toEqual([
    expect.objectContaining({ requestId: headers["x-request-id"], signal: expect.any(AbortSignal) }),
  ]);
});
