import { datedFormat } from "../parts/dated-format.ts";

/** ClickHouse and its Keeper (`OwnPatternFormatter`): `2021.08.05 10:14:09.409123 [ 7 ] {query} <Debug> Logger: …`. */
export const clickhouse = datedFormat({
  name: "clickhouse",
  levels: { test: "trace" },
  patterns: [
    / \[ (?<thread>\d{1,10}) \] \{(?<query_id>[\w:-]{0,128})\} <(?<level>[A-Z][a-z]{3,10})> (?<logger>[^:\n]{1,200}): /y,
  ],
});
