import type { ClickHouseClient } from "@clickhouse/client";
import { engineError } from "./engine-errors.ts";
import { addTextIndex, createLogLines, dropTextIndex } from "./log-table.ts";

/** Applied once each, in this order, and never changed afterwards: a change is a new entry. */
const migrations = [{ version: 1, statements: [createLogLines] }] as const;

const createVersions = `CREATE TABLE IF NOT EXISTS log_schema_versions (
  version UInt32,
  applied_at DateTime DEFAULT now()
) ENGINE = MergeTree ORDER BY version`;

export interface LogSchemaSettings {
  /** Index of words: searches 10 to 100 times faster, lines take 2.5 times the space. Default on. */
  textIndex?: boolean;
}

/** Brings the log tables up to date; does nothing when they are. One process at a time. */
export async function migrateLogs(client: ClickHouseClient, settings?: LogSchemaSettings): Promise<void> {
  try {
    await client.command({ query: createVersions });
    const applied = await appliedVersion(client);
    for (const { version, statements } of migrations) {
      if (version <= applied) continue;
      for (const query of statements) await client.command({ query });
      await client.command({
        query: "INSERT INTO log_schema_versions (version) SELECT {version:UInt32}",
        query_params: { version },
      });
    }
    // Only new parts get or lose the index; what is stored is searched right either way.
    await client.command({ query: (settings?.textIndex ?? true) ? addTextIndex : dropTextIndex });
  } catch (error) {
    throw engineError(error);
  }
}

async function appliedVersion(client: ClickHouseClient): Promise<number> {
  const answer = await client.query({
    query: "SELECT toUInt32(max(version)) AS version FROM log_schema_versions",
    format: "JSONEachRow",
  });
  const [row] = await answer.json<{ version: number }>();
  return row?.version ?? 0;
}
