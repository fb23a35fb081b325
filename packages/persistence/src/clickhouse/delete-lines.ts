import type { ClickHouseClient } from "@clickhouse/client";
import { engineError } from "./engine-errors.ts";
import { openBinder } from "./log-params.ts";
import { snapshotCondition } from "./log-where.ts";
import type { SnapshotRows } from "./view-lines.ts";

export interface LogStore {
  client: ClickHouseClient;
  /** Table that keeps the rows, with where it is. */
  stored: string;
}

/**
 * Hides the rows of a snapshot at once; merges free the space, or the week's partition when it is dropped. Idempotent.
 * Nothing is to be done for an expiry: its week goes as a whole.
 */
export async function deleteLines(store: LogStore, snapshot: SnapshotRows): Promise<void> {
  const binder = openBinder();
  const week = binder.bind("String", snapshot.retainWeek);
  const query = `DELETE FROM ${store.stored} IN PARTITION ${week} WHERE ${snapshotCondition(binder, snapshot)}`;
  try {
    await store.client.command({
      query,
      query_params: binder.params,
      clickhouse_settings: { lightweight_deletes_sync: "2" },
    });
  } catch (error) {
    throw engineError(error);
  }
}
