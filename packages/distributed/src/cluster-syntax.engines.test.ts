import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createLogDatabase, migrateLogs, openLogs } from "@kubin/persistence";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { clickHouseClient } from "./clickhouse-client.ts";

const cluster = "{cluster}";
const snapshot = { snapshotId: "0198a0f0-0000-7000-8000-000000000001", retainWeek: "2035-01-01" };

/** Statements and settings that a cluster is given, each as the address and body of its request. */
const told: { url: URL; statement: string }[] = [];
const answers: [string, string][] = [
  ["currentDatabase() AS", "kubin"],
  ["system.clusters", "1,1"],
  ["system.tables", "placed by shards of weight 1,1"],
];
const server = createServer(async (request, response) => {
  let statement = "";
  for await (const piece of request.setEncoding("utf8")) statement += piece;
  told.push({ url: new URL(request.url ?? "/", "http://cluster"), statement });
  const [, answer = 0] = answers.find(([asked]) => statement.includes(asked)) ?? [];
  response.end(`${JSON.stringify({ answer })}\n`);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const client = clickHouseClient({ url: `http://127.0.0.1:${port}`, database: "kubin", cluster });
  await createLogDatabase(client, { database: "kubin", cluster });
  await migrateLogs(client, { cluster });
  await migrateLogs(client, { cluster, textIndex: false });
  const logs = openLogs({ client, cluster });
  await logs.deleteSnapshot(snapshot);
  await logs.close();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const engine = inject("engines").CLICKHOUSE_URL ?? "";

async function ask(statement: string, settings: Iterable<[string, string]> = []): Promise<string> {
  const params = new URLSearchParams([...settings].filter(([name]) => name !== "database"));
  const answer = await fetch(`${engine}/?${params}`, { method: "POST", body: statement });
  return answer.text();
}

// There is no cluster here to run them on: the engine reads them, and no more.
it("ClickHouse reads every definition of a cluster", async () => {
  const definitions = told.filter(({ statement }) => /^(CREATE|ALTER|DELETE|INSERT)/.test(statement));
  expect(definitions.filter(({ statement }) => statement.includes("ON CLUSTER '{cluster}'"))).toHaveLength(14);
  for (const { url, statement } of definitions) {
    expect(await ask(`EXPLAIN AST ${statement}`, url.searchParams)).toMatch(/^(Create|Alter|Delete|Insert)Query/);
    const broken = statement.replace(/ (TABLE|DATABASE|FROM|INTO) /, " ");
    expect(await ask(`EXPLAIN AST ${broken}`, url.searchParams)).toContain("SYNTAX_ERROR");
  }
});

it("ClickHouse knows each setting, of statements and of tables", async () => {
  for (const { url } of told) expect(await ask("SELECT 1", url.searchParams)).toBe("1\n");
  expect(await ask("SELECT 1", [["distributed_foreground_inserts", "1"]])).toContain("UNKNOWN_SETTING");
  const lists = told.flatMap(({ statement }) => /\nSETTINGS (.*)$/.exec(statement)?.[1] ?? []);
  const names = lists.flatMap((list) => list.split(", ").map((one) => one.split(" = ")[0] ?? ""));
  expect(names).toContain("replicated_deduplication_window_seconds");
  const known = await ask("SELECT name FROM system.merge_tree_settings");
  for (const name of names) expect(known.split("\n")).toContain(name);
});

it("what is written is stored when it is acknowledged, and a snapshot is looked for on its shard alone", async () => {
  for (const { url } of told) {
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      distributed_foreground_insert: "1",
      optimize_skip_unused_shards: "1",
      load_balancing: "in_order",
      prefer_localhost_replica: "0",
    });
  }
});
