import { join } from "node:path";
import { Readable } from "node:stream";
import type { ClickHouseClient } from "@clickhouse/client";
import { openDataDirectory } from "../data-directory/open-data-directory.ts";
import { type LogEngine, startLogEngine } from "../log-engine/start-log-engine.ts";
import { silentLog } from "./silent-log.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface LogEngineUnderTest {
  engine: LogEngine;
  client: ClickHouseClient;
  errors: string[];
  rows<T>(query: string, params?: Record<string, unknown>): Promise<T[]>;
  /** Inserts `body` as RowBinary into `table`. */
  insert(table: string, body: Uint8Array, token?: string): Promise<void>;
  close(): Promise<void>;
}

/** For tests: a log engine in a folder of its own. */
export async function openLogEngine(): Promise<LogEngineUnderTest> {
  const folder = await temporaryFolder();
  const directory = await openDataDirectory(folder.path);
  const log = silentLog();
  const engine = await startLogEngine({
    dataDir: join(directory.path, "logs"),
    socketDir: directory.socketDir,
    lockAddress: directory.lockAddress("logs"),
    log,
  });
  const client = engine.createClient();
  return {
    engine,
    client,
    errors: log.errors,
    rows: async <T>(query: string, params: Record<string, unknown> = {}) => {
      const answer = await client.query({ query, format: "JSONEachRow", query_params: params });
      return answer.json<T>();
    },
    insert: async (table, body, token) => {
      const settings = token === undefined ? {} : { insert_deduplication_token: token };
      const values = Readable.from([body]);
      const { stream } = await client.exec({
        query: `INSERT INTO ${table} FORMAT RowBinary`,
        values,
        clickhouse_settings: settings,
      });
      stream.resume();
    },
    close: async () => {
      await client.close();
      await engine.stop();
      await directory.release();
      await folder.remove();
    },
  };
}
