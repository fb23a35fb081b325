import { levels, timeSources } from "@kubin/schema";

/** Lines without a time: the earliest value of DateTime64, before every real one, so that they sort last by newest. */
export const noTimeNanos = -2_208_988_800_000_000_000n;

/** Last moment of DateTime64(9). */
const lastNanos = 9_223_372_036_854_775_807n;

/** A time as a bound for `ts`: clamped to what the column holds, and never that of a line without a time. */
export function boundNanos(ms: number): bigint {
  const nanos = BigInt(Math.trunc(ms)) * 1_000_000n;
  if (nanos <= noTimeNanos) return noTimeNanos + 1n;
  return nanos > lastNanos ? lastNanos : nanos;
}

/** Names and numbers as an Enum8 has them. */
function enumType(names: readonly string[]): string {
  return `Enum8(${names.map((name, index) => `'${name}' = ${index}`).join(", ")})`;
}

const levelType = enumType(levels);
const timeSourceType = enumType(timeSources);

/** Columns in the order of inserts, with the type they are sent as (LowCardinality is made by the engine). */
export const insertColumns = [
  ["snapshot_id", "UUID"],
  ["retain_week", "Date"],
  ["namespace", "String"],
  ["pod", "String"],
  ["container", "String"],
  ["source", "String"],
  ["line", "UInt32"],
  ["ts", "DateTime64(9, 'UTC')"],
  ["level", levelType],
  ["prefix", "String"],
  ["message", "String"],
  ["format", "String"],
  ["continues", "UInt8"],
  ["time_source", timeSourceType],
  ["fields", "Map(String, String)"],
] as const;

/** One row per physical line; prefix + message is the whole line. The minmax index lets "newest first" skip what is older. */
export const storedColumns = `snapshot_id UUID,
  retain_week Date,
  namespace LowCardinality(String),
  pod LowCardinality(String),
  container LowCardinality(String),
  source LowCardinality(String),
  line UInt32 CODEC(Delta(4), ZSTD(1)),
  ts DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  level ${levelType},
  prefix String CODEC(ZSTD(1)),
  message String CODEC(ZSTD(1)),
  INDEX ts_range ts TYPE minmax GRANULARITY 1`;

/** What was read of a line, added by the second migration; lines stored before have none of it. */
export const readColumns = [
  "format LowCardinality(String)",
  "continues UInt8 CODEC(ZSTD(1))",
  `time_source ${timeSourceType} CODEC(ZSTD(1))`,
  "fields Map(LowCardinality(String), String) CODEC(ZSTD(1))",
] as const;

/**
 * Ordered by stream, so that lines around a hit lie together and names cost nothing. A partition is a week of retention:
 * dropped as a whole by the sweeper, and 30 days later by the TTL at the latest.
 */
export const storedOrder = `PARTITION BY retain_week
ORDER BY (snapshot_id, namespace, pod, container, source, line)
TTL retain_week + INTERVAL 30 DAY`;
