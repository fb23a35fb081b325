import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { answeringServer } from "../testing/answering-server.ts";
import { silentLog } from "../testing/silent-log.ts";
import { prepareObjects } from "./prepare-objects.ts";

/** Nothing of PostgreSQL: what is seen here comes before the lock. */
const databaseUrl = "postgresql://kubin@127.0.0.1:9/kubin";

async function preparedAt(answer: RequestListener, stopping = new AbortController()): Promise<unknown> {
  await using server = await answeringServer(answer);
  const keys = { accessKeyId: "kubin", secretAccessKey: "sesame" };
  const s3 = { bucket: "parts", region: "us-east-1", endpoint: server.url, keys, pathStyle: true };
  const settings = { databaseUrl, s3, bucket: {} };
  const { signal } = stopping;
  return await prepareObjects({ settings, log: silentLog(), signal }).catch((error: unknown) => error);
}

const status =
  (code: number): RequestListener =>
  (_request, response) =>
    response.writeHead(code).end();

test.each([301, 400, 401, 403])("HTTP %i: the bucket is refused, which does not pass by itself", async (code) => {
  const error = await preparedAt(status(code));
  expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining(`parts (HTTP ${code}`) });
  expect(String(error)).toContain("S3_ACCESS_KEY_ID");
  expect(String(error)).not.toContain("sesame");
});

test.each([
  ["starting", status(503)],
  ["gone in the middle", (request) => request.socket.destroy()],
] satisfies [string, RequestListener][])("a store that is %s may be there later", async (_which, answer) => {
  expect(await preparedAt(answer)).toMatchObject({ code: "UNAVAILABLE" });
});

test("stopping ends the attempt at a store that never answers", async () => {
  const stopping = new AbortController();
  const error = await preparedAt(() => stopping.abort(), stopping);
  // Not by the limit.
  expect(error).toMatchObject({ code: "UNAVAILABLE", message: expect.not.stringContaining("no answer within") });
});

test("a bucket that is not there yet is no reason to wait: it is made, under the lock", async () => {
  const error = await preparedAt(status(404));
  expect(error).toMatchObject({ message: "PostgreSQL does not give the lock that preparing needs." });
});
