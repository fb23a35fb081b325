import { randomUUID } from "node:crypto";
import { openLogs } from "@kubin/persistence";
import { expect, inject, it } from "vitest";
import { clickHouseClient } from "./clickhouse-client.ts";

const url = inject("engines").CLICKHOUSE_URL ?? "";
const snapshot = { snapshotId: "0198a0f0-0000-7000-8000-000000000001", generation: 1, retainWeek: "2035-01-01" };
const scope = { ...snapshot, namespaces: "all" as const, logs: true };

/** More lines than anybody can count, each of which must be looked at. */
const endlessLines = `SELECT toUUID('${snapshot.snapshotId}') AS snapshot_id, toDate('${snapshot.retainWeek}') AS retain_week,
  'shop' AS namespace, 'web-0' AS pod, 'main' AS container, 'current' AS source, toUInt32(number) AS line,
  fromUnixTimestamp64Nano(toInt64(number), 'UTC') AS ts, 'info' AS level, '' AS prefix, toString(number) AS message
  FROM numbers(1000000000000000)`;

it("a search whose caller leaves ends in the engine too, which is free for others again", async () => {
  const database = `kubin_${randomUUID().replaceAll("-", "")}`;
  const admin = clickHouseClient({ url });
  await admin.command({ query: `CREATE DATABASE ${database}` });
  await admin.command({ query: `CREATE VIEW ${database}.log_lines AS ${endlessLines}` });
  const client = clickHouseClient({ url, database });
  const limits = { seconds: 3_600, readRows: Number.MAX_SAFE_INTEGER, readBytes: Number.MAX_SAFE_INTEGER };
  const logs = openLogs({ client, limits });
  const running = async (): Promise<number> => {
    const answer = await admin.query({
      query: "SELECT count() AS running FROM system.processes WHERE current_database = {database:String}",
      query_params: { database },
      format: "JSONEachRow",
    });
    const [row] = await answer.json<{ running: string }>();
    return Number(row?.running);
  };
  try {
    const leaving = new AbortController();
    const query = { type: "phrase" as const, text: "no number" };
    // The bridge answers four at once, of which one asks what runs.
    const searches = Array.from({ length: 3 }, () => logs.count({ scope, query, signal: leaving.signal }));
    const ended = Promise.all(searches.map((search) => search.catch((error: unknown) => error)));
    await expect.poll(running, { timeout: 30_000 }).toBe(3);
    leaving.abort();
    for (const error of await ended) expect(error).toMatchObject({ code: "CANCELLED" });
    await expect.poll(running, { timeout: 30_000 }).toBe(0);
  } finally {
    await logs.close();
    await admin.command({ query: `DROP DATABASE ${database}` });
    await admin.close();
  }
});
