import type { SnapshotState } from "@kubin/schema";
import { expectTypeOf, test } from "vitest";
import { createClient, type KubinClient } from "./create-client.ts";

/** Never called: `npm run types` reads it. Each line that is expected to fail must fail to compile. */
async function neverCalled(client: KubinClient) {
  const one = await client.metadata.get.query({ snapshotId: "x" });
  expectTypeOf(one.state).toEqualTypeOf<SnapshotState>();
  expectTypeOf(one.counts.objects).toEqualTypeOf<number>();
  const page = await client.metadata.list.query({ limit: 10 });
  expectTypeOf(page.items.map((item) => item.name)).toEqualTypeOf<string[]>();
  // @ts-expect-error: no such field in the input
  await client.metadata.list.query({ limti: 10 });
  // @ts-expect-error: a number where an id belongs
  await client.metadata.get.query({ snapshotId: 7 });
  // @ts-expect-error: no such state
  if (page.items[0]?.state === "DONE") return;
  // @ts-expect-error: no such field in the output
  page.items[0]?.stat;
  // @ts-expect-error: a query is not called as a mutation
  await client.metadata.list.mutate({ limit: 10 });
  // @ts-expect-error: no such procedure
  await client.metadata.frobnicate.query();
  // @ts-expect-error: the ticket is a string
  createClient({ server: "http://kubin.test", ticket: 7 });
}

test("the client has the types of the router", () => {
  expectTypeOf(neverCalled).parameters.toEqualTypeOf<[KubinClient]>();
});
