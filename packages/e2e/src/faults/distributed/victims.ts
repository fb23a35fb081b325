import type { FaultWorld, KubinServer } from "./open-world.ts";
import type { EngineName, Strike } from "./own-engines.ts";

/** What a fault strikes. */
export interface Victim {
  name: string;
  strike(how: Strike): Promise<void>;
  /** Starts it again after a crash; resolves once it answers. */
  restart(): Promise<void>;
}

export const victimNames = [
  "worker",
  "upload server",
  "PostgreSQL",
  "Redis",
  "Kafka",
  "S3 server",
  "ClickHouse bridge",
] as const;

export function victimNamed(world: FaultWorld, name: (typeof victimNames)[number]): Victim {
  const engine = (which: EngineName): Victim => ({
    name,
    strike: (how) => world.engines.strike(which, how),
    restart: () => world.engines.up(which),
  });
  const server = (which: KubinServer): Victim => ({
    name,
    strike: (how) => which.strike(how),
    restart: () => which.start(),
  });
  switch (name) {
    case "worker":
      return server(world.workers[0]);
    case "upload server":
      return server(world.gateways[0]);
    case "PostgreSQL":
      return engine("postgres");
    case "Redis":
      return engine("redis");
    case "Kafka":
      return engine("kafka");
    case "S3 server":
      return engine("minio");
    case "ClickHouse bridge":
      return engine("clickhouse");
  }
}
