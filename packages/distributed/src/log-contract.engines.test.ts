import { randomUUID } from "node:crypto";
import { describeLogContract } from "@kubin/core/contracts";
import { migrateLogs, openLogs } from "@kubin/persistence";
import { inject } from "vitest";
import { clickHouseClient } from "./clickhouse-client.ts";

const url = inject("engines").CLICKHOUSE_URL ?? "";

describeLogContract("ClickHouse over HTTP", async () => {
  const database = `kubin_${randomUUID().replaceAll("-", "")}`;
  const admin = clickHouseClient({ url });
  await admin.command({ query: `CREATE DATABASE ${database}` });
  const client = clickHouseClient({ url, database });
  await migrateLogs(client);
  const port = openLogs({ client });
  const close = async () => {
    await port.close();
    await admin.command({ query: `DROP DATABASE ${database}` });
    await admin.close();
  };
  return { port, close };
});
