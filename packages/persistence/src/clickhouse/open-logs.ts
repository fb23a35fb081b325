import type { ClickHouseClient } from "@clickhouse/client";
import type { LogPort } from "@kubin/core";
import { countLines } from "./count-lines.ts";
import { deleteLines } from "./delete-lines.ts";
import { engineError } from "./engine-errors.ts";
import { facetLines } from "./facet-lines.ts";
import { fieldNames } from "./field-names.ts";
import { histogramLines } from "./histogram-lines.ts";
import { insertChunk } from "./insert-chunk.ts";
import { storedTable } from "./log-schema.ts";
import { rawLines } from "./raw-lines.ts";
import { defaultLogLimits, type LogLimits, type LogReader } from "./read-rows.ts";
import { searchLines } from "./search-lines.ts";
import { hasLine, storedLines, viewLines } from "./view-lines.ts";

export interface OpenLogs {
  /** Closed with the port. Its database holds the tables of `migrateLogs`. */
  client: ClickHouseClient;
  limits?: Partial<LogLimits>;
  /** As it was given to `migrateLogs`. */
  cluster?: string | undefined;
}

/** Log lines in ClickHouse (or chDB behind its bridge). */
export function openLogs(options: OpenLogs): LogPort {
  const { client, cluster } = options;
  const stored = storedTable(cluster);
  const reader: LogReader = { client, limits: { ...defaultLogLimits, ...options.limits } };
  return {
    insert: (chunk) => insertChunk(client, chunk),
    hasLine: (line) => hasLine(reader, line),
    search: (search) => searchLines(reader, search),
    count: (search) => countLines(reader, search),
    histogram: (bars) => histogramLines(reader, bars),
    facets: (search) => facetLines(reader, search),
    fields: (search) => fieldNames(reader, search),
    rawLines: (search) => rawLines(reader, search),
    lines: (view) => viewLines(reader, view),
    stored: (snapshot) => storedLines(reader, snapshot),
    deleteSnapshot: (snapshot) => deleteLines({ client, stored }, snapshot),
    ping: async () => {
      const answer = await client.ping({ select: true });
      if (!answer.success) throw engineError(answer.error);
    },
    close: () => client.close(),
  };
}
