import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createClient } from "./create-client.ts";
import { searchAll } from "./search-all.ts";

const server = "http://kubin.test";
const snapshotId = "0192f0c1-2345-7abc-8def-0123456789ab";
const stream = { namespace: "shop", pod: "web-0", container: "app", source: "current" };
const lines = Array.from({ length: 7 }, (_, line) => ({
  ...stream,
  line,
  level: "info",
  message: `line ${line}`,
  prefix: "",
}));

interface Asked {
  limit: number;
  cursor?: string;
}
const asked: Asked[] = [];
const network = setupServer(
  http.get(`${server}/trpc/query.searchLogs`, ({ request }) => {
    const input: Asked = JSON.parse(new URL(request.url).searchParams.get("input") ?? "");
    asked.push(input);
    const from = Number(input.cursor ?? 0);
    const some = lines.slice(from, from + input.limit);
    const nextCursor = some.length === input.limit ? String(from + input.limit) : undefined;
    return HttpResponse.json({ result: { data: { lines: some, tookMs: 1, nextCursor } } });
  }),
);
beforeAll(() => network.listen({ onUnhandledRequest: "error" }));
beforeEach(() => asked.splice(0));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

async function found(more: { limit?: number; pageSize?: number }): Promise<number[]> {
  const client = createClient({ server });
  const all: number[] = [];
  for await (const page of searchAll({ client, snapshotId, query: "line", ...more }))
    all.push(...page.lines.map(({ line }) => line));
  return all;
}

test("gives every line once, over all pages", async () => {
  expect(await found({ pageSize: 3 })).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, "3", "6"]);
});

test("asks for no more than is wanted", async () => {
  expect(await found({ pageSize: 3, limit: 5 })).toEqual([0, 1, 2, 3, 4]);
  expect(asked.map(({ limit }) => limit)).toEqual([3, 2]);
  expect(await found({ limit: 0 })).toEqual([]);
  expect(asked).toHaveLength(2);
});

test("a failure comes where it is, and none is left behind by a reader who leaves", async () => {
  network.use(
    http.get(`${server}/trpc/query.searchLogs`, ({ request }) =>
      request.url.includes("cursor")
        ? HttpResponse.error()
        : HttpResponse.json({ result: { data: { lines: lines.slice(0, 2), tookMs: 1, nextCursor: "2" } } }),
    ),
  );
  const client = createClient({ server });
  for await (const page of searchAll({ client, snapshotId, query: "line", pageSize: 2 })) {
    expect(page.lines).toHaveLength(2);
    break;
  }
  await expect(found({ pageSize: 2 })).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
