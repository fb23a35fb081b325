import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { answeringServer } from "../testing/answering-server.ts";
import { prepareLogs } from "./prepare-logs.ts";

/** Nothing of PostgreSQL: what is seen here comes before the lock. */
const databaseUrl = "postgresql://kubin@127.0.0.1:9/kubin";

async function preparedAt(answer: RequestListener, stopping = new AbortController()): Promise<unknown> {
  await using server = await answeringServer(answer);
  const clickhouseUrl = server.url.replace("//", "//kubin:sesame@");
  const settings = { databaseUrl, clickhouseUrl };
  return await prepareLogs({ settings, signal: stopping.signal }).catch((error: unknown) => error);
}

/** As ClickHouse says it. */
const exception =
  (code: number, words: string): RequestListener =>
  (_request, response) => {
    response.writeHead(403, { "X-ClickHouse-Exception-Code": String(code) });
    response.end(`Code: ${code}. DB::Exception: ${words} (SOME_ERROR) (version 26.2.1.1 (official build))`);
  };

test.each([
  [516, "kubin: Authentication failed: password is incorrect"],
  [497, "kubin: Not enough privileges"],
])("error %i: who asks is refused, which does not pass by itself", async (code, words) => {
  const error = await preparedAt(exception(code, words));
  expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining(words) });
  expect(String(error)).toContain("CLICKHOUSE_URL");
  expect(String(error)).not.toContain("sesame");
});

test.each([
  ["busy", exception(202, "Too many simultaneous queries"), "Too many simultaneous queries"],
  ["without its Keeper", exception(999, "Session expired"), "Session expired"],
  ["behind a proxy that finds it away", (_, response) => response.writeHead(502).end("<h1>Bad Gateway</h1>"), "Bad G"],
  ["gone in the middle", (request) => request.socket.destroy(), "socket hang up"],
] satisfies [string, RequestListener, string][])(
  "one that is %s may be there later",
  async (_which, answer, reason) => {
    expect(await preparedAt(answer)).toMatchObject({ code: "UNAVAILABLE", message: expect.stringContaining(reason) });
  },
);

test("stopping ends the attempt at one that never answers", async () => {
  const stopping = new AbortController();
  const error = await preparedAt(() => stopping.abort(), stopping);
  // Not by the limit.
  expect(error).toMatchObject({ code: "UNAVAILABLE", message: expect.not.stringContaining("no answer within") });
});
