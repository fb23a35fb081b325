import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import type { LogCaller } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { engineError } from "./engine-errors.ts";
import type { LogParams } from "./log-params.ts";

/** What one read may take. Time, rows and bytes end it early with what was found; memory and result refuse it. */
export interface LogLimits {
  seconds: number;
  readRows: number;
  readBytes: number;
  memoryBytes: number;
  resultBytes: number;
}

export const defaultLogLimits: LogLimits = {
  seconds: 15,
  readRows: 1_000_000_000,
  readBytes: 64 * 1024 ** 3,
  memoryBytes: 1024 ** 3,
  resultBytes: 96 * 1024 ** 2,
};

export interface LogReader {
  client: ClickHouseClient;
  limits: LogLimits;
}

export interface LogStatement {
  sql: string;
  params: LogParams;
  caller?: LogCaller;
  settings?: ClickHouseSettings;
}

export interface LogRows<Row> {
  rows: Row[];
  /** Time of the engine. */
  tookMs: number;
  /** A sentence, when a limit ended the read early. */
  incomplete: string | undefined;
}

/**
 * Runs one SELECT. The caller names the type of a row, column by column as its statement selects them. Bytes of lines
 * that are not UTF-8 come as U+FFFD. Throws CANCELLED, UNAVAILABLE, TOO_LARGE or INTERNAL.
 */
export async function readRows<Row>(reader: LogReader, statement: LogStatement): Promise<LogRows<Row>> {
  const { signal, requestId } = statement.caller ?? {};
  if (signal?.aborted) throw new KubinError("CANCELLED", "The log search was stopped.");
  try {
    const answer = await reader.client.query({
      query: statement.sql,
      format: "JSONCompact",
      query_params: statement.params,
      clickhouse_settings: {
        ...limitSettings(reader.limits),
        ...callerSettings,
        ...(requestId === undefined ? {} : { log_comment: requestId }),
        ...statement.settings,
      },
      ...(signal ? { abort_signal: signal } : {}),
    });
    // The client's own abort ends with the headers; from then on only closing the answer stops it.
    const stop = (): void => answer.close();
    signal?.addEventListener("abort", stop, { once: true });
    try {
      const { data, statistics } = await answer.json<Row>();
      const { elapsed = 0, rows_read = 0, bytes_read = 0 } = statistics ?? {};
      const incomplete = endedBy(reader.limits, { seconds: elapsed, rows: rows_read, bytes: bytes_read });
      return { rows: data, tookMs: elapsed * 1000, incomplete };
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  } catch (error) {
    throw engineError(error, signal);
  }
}

/** The engine does not say that it stopped early; that it reached a limit does. */
function endedBy(limits: LogLimits, took: { seconds: number; rows: number; bytes: number }): string | undefined {
  const { seconds, rows, bytes } = took;
  const ended = (after: string) => `The search was ended after ${after}; there may be more lines. Narrow it down.`;
  if (seconds >= limits.seconds) return ended(`${limits.seconds} s`);
  if (rows >= limits.readRows) return ended(`reading ${limits.readRows} lines`);
  if (bytes >= limits.readBytes) return ended(`reading ${Math.round(limits.readBytes / 1024 ** 2)} MiB`);
  return undefined;
}

/** ClickHouse ends a statement whose caller has left for none but those that were said to only read. */
const callerSettings: ClickHouseSettings = { readonly: "2", cancel_http_readonly_queries_on_client_close: 1 };

function limitSettings(limits: LogLimits): ClickHouseSettings {
  return {
    max_execution_time: limits.seconds,
    timeout_overflow_mode: "break",
    max_rows_to_read: String(limits.readRows),
    max_bytes_to_read: String(limits.readBytes),
    read_overflow_mode: "break",
    max_memory_usage: String(limits.memoryBytes),
    max_result_bytes: String(limits.resultBytes),
    result_overflow_mode: "throw",
    output_format_json_quote_64bit_integers: 0,
    output_format_write_statistics: 1,
    // Errors come with their status, never in the middle of an answer.
    wait_end_of_query: 1,
  };
}
