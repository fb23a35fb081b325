import { randomUUID } from "node:crypto";
import { describeLogContract } from "@kubin/core/contracts";
import { createLogDatabase, migrateLogs, openLogs } from "@kubin/persistence";
import { inject } from "vitest";
import { clickHouseClient } from "./clickhouse-client.ts";

const { CLICKHOUSE_URL: url = "", CLICKHOUSE_CLUSTER: cluster } = inject("engines");

describeLogContract(`ClickHouse over HTTP${cluster ? ", a cluster" : ""}`, async () => {
  const database = `kubin_${randomUUID().replaceAll("-", "")}`;
  const admin = clickHouseClient({ url });
  await createLogDatabase(admin, { database, cluster });
  const client = clickHouseClient({ url, database, cluster });
  await migrateLogs(client, { cluster });
  const port = openLogs({ client, cluster });
  const close = async () => {
    await port.close();
    await admin.command({ query: `DROP DATABASE ${database}${cluster ? ` ON CLUSTER '${cluster}'` : ""} SYNC` });
    await admin.close();
  };
  return { port, close };
});
