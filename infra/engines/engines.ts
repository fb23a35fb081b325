import type { Engine } from "./engine.ts";
import { clickhouse } from "./engines/clickhouse.ts";
import { kafka } from "./engines/kafka.ts";
import { minio } from "./engines/minio.ts";
import { postgres, postgresReplica } from "./engines/postgres.ts";
import { redis, redisCluster } from "./engines/redis.ts";
import { versitygw } from "./engines/versitygw.ts";

/** In the order in which they start: each after what it needs. */
export const engines: readonly Engine[] = [
  postgres,
  postgresReplica,
  redis,
  redisCluster,
  clickhouse,
  kafka,
  minio,
  versitygw,
];

/** Those named, with what they need; all without a name. Throws for a name that no engine has. */
export function chosenEngines(names: readonly string[]): Engine[] {
  const unknown = names.filter((name) => !engines.some((engine) => engine.name === name));
  if (unknown.length > 0) {
    throw new Error(`No engine ${unknown.join(", ")}. There are ${engines.map(({ name }) => name).join(", ")}.`);
  }
  const wanted = new Set(names.length === 0 ? engines.map(({ name }) => name) : names);
  for (const engine of engines.toReversed())
    if (wanted.has(engine.name)) for (const name of engine.needs) wanted.add(name);
  return engines.filter(({ name }) => wanted.has(name));
}
