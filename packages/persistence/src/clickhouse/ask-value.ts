import type { ClickHouseClient } from "@clickhouse/client";

/** The one value that `query` selects as `answer`, as text. */
export async function askValue(client: ClickHouseClient, query: string): Promise<string> {
  const answer = await client.query({ query, format: "JSONEachRow" });
  const [row] = await answer.json<{ answer: string | number }>();
  if (row === undefined) throw new Error(`no answer to ${query}`);
  return String(row.answer);
}
