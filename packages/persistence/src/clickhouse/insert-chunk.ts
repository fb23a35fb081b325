import { Readable } from "node:stream";
import { type ClickHouseClient, drainStream } from "@clickhouse/client";
import type { LogChunk } from "@kubin/core";
import { engineError } from "./engine-errors.ts";
import { insertColumns } from "./log-table.ts";
import { nativeBlock } from "./native-block.ts";

const statement = `INSERT INTO log_lines (${insertColumns.map(([name]) => name).join(", ")}) FORMAT Native`;

/** Stores a chunk as one block of one part: all rows are there or none. The same token again stores nothing. */
export async function insertChunk(client: ClickHouseClient, chunk: LogChunk): Promise<void> {
  if (chunk.streams.every(({ rows }) => rows.length === 0)) return;
  try {
    const answer = await client.exec({
      query: statement,
      values: Readable.from([nativeBlock(chunk)]),
      clickhouse_settings: {
        async_insert: 0,
        // Snapshot and generation once more: a token that was used before stores nothing, even after a delete.
        insert_deduplication_token: `${chunk.snapshotId}/${chunk.generation}/${chunk.token}`,
        // One block, however many bytes it has.
        input_format_parallel_parsing: 0,
        max_insert_threads: "1",
        min_insert_block_size_rows: "1000000000",
        min_insert_block_size_bytes: "0",
      },
    });
    await drainStream(answer.stream);
  } catch (error) {
    throw engineError(error);
  }
}
