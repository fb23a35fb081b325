import { KubinError } from "@kubin/schema";
import { expect, it } from "vitest";
import { openTestGateway, snapshotId } from "../fixtures/test-gateway.ts";

const away = () => Promise.reject(new KubinError("UNAVAILABLE", "The metadata store does not answer now."));
const input = encodeURIComponent(JSON.stringify({ snapshotId }));

it.each([
  ["a procedure", `/trpc/metadata.get?input=${input}`],
  [
    "a batch",
    `/trpc/metadata.get,metadata.get?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { snapshotId }, 1: { snapshotId } }))}`,
  ],
  ["the API", `/api/v1/snapshots/${snapshotId}`],
])("%s without the metadata is 503, with the time to come again", async (_what, path) => {
  await using gateway = await openTestGateway({ metadata: { findSnapshot: away } });
  const { status, headers, text } = await gateway.ask({ path });
  expect(status, text).toBe(503);
  expect(headers["retry-after"]).toBe("5");
  expect(text).toContain("The metadata store does not answer now.");
});

it("a store that serves its own objects says it, too", async () => {
  const serve = async () => new Response(null, { status: 503 });
  await using gateway = await openTestGateway({ objects: { serve } });
  const { status, headers } = await gateway.ask({ path: "/objects/snapshots/x" });
  expect([status, headers["retry-after"]]).toEqual([503, "5"]);
});

it("an answer says nothing of it", async () => {
  await using gateway = await openTestGateway();
  const { status, headers } = await gateway.ask({ path: `/api/v1/snapshots/${snapshotId}` });
  expect([status, headers["retry-after"]]).toEqual([200, undefined]);
});
