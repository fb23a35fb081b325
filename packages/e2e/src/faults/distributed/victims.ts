import type { FaultWorld, KubinServer } from "./open-world.ts";
import type { EngineName } from "./own-engines.ts";

/** What a fault strikes. */
export interface Victim {
  name: string;
  signal(signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): Promise<void>;
  /** Starts it again after SIGKILL; resolves once it answers. */
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
    signal: (signal) => world.engines.signal(which, signal),
    restart: () => world.engines.up(which),
  });
  const server = (which: KubinServer): Victim => ({
    name,
    async signal(signal) {
      which.signal(signal);
      if (signal === "SIGKILL") await which.ended();
    },
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
