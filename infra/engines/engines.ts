import type { Engine } from "./engine.ts";
import { clickhouse } from "./engines/clickhouse.ts";
import { etcd } from "./engines/etcd.ts";
import { kafka } from "./engines/kafka.ts";
import { kubeApiserver } from "./engines/kube-apiserver.ts";
import { kubeControllers } from "./engines/kube-controllers.ts";
import { kwok } from "./engines/kwok.ts";
import { minio } from "./engines/minio.ts";
import { postgres, postgresReplica } from "./engines/postgres.ts";
import { redis, redisCluster } from "./engines/redis.ts";
import { versitygw } from "./engines/versitygw.ts";

/** Names that stand for several engines. */
export const groups = {
  /** What Kubin's distributed profile runs on. */
  distributed: [postgres, postgresReplica, redis, redisCluster, clickhouse, kafka, minio, versitygw],
  /** A real Kubernetes with simulated nodes, which `kubin create` captures. */
  "control-plane": [etcd, kubeApiserver, kubeControllers, kwok],
} as const satisfies Record<string, readonly Engine[]>;

/** In the order in which they start: each after what it needs. */
export const engines: readonly Engine[] = Object.values(groups).flat();

/** The engines that names and names of groups mean. Throws for a name that is neither. */
export function namedEngines(names: readonly string[]): Engine[] {
  const named = names.map((name) => Object.entries(groups).find(([group]) => group === name)?.[1] ?? engineOf(name));
  return engines.filter((engine) => named.flat().includes(engine));
}

function engineOf(name: string): Engine {
  const found = engines.find((engine) => engine.name === name);
  if (found) return found;
  const known = [...Object.keys(groups), ...engines.map((engine) => engine.name)];
  throw new Error(`No engine ${name}. There are ${known.join(", ")}.`);
}

/** Those named, with what they need; all without a name. */
export function chosenEngines(names: readonly string[]): Engine[] {
  const wanted = new Set((names.length === 0 ? engines : namedEngines(names)).map(({ name }) => name));
  for (const engine of engines.toReversed())
    if (wanted.has(engine.name)) for (const name of engine.needs) wanted.add(name);
  return engines.filter(({ name }) => wanted.has(name));
}
