import type { Engine, Launch, Place } from "../engine.ts";
import { aptInstall } from "../install/apt-install.ts";
import { ports } from "../ports.ts";
import { askPort } from "../process/ask-port.ts";
import { findCommand } from "../process/find-command.ts";
import { run } from "../process/run.ts";
import { waitUntil } from "../process/wait-until.ts";

/** Redis alone: caches and limits. Nothing of it is kept. */
export const redis: Engine = {
  name: "redis",
  about: "Redis, cache and limits",
  ports: [ports.redis],
  needs: [],
  install: installRedis,
  async prepare(place) {
    return [redisServer(place, ports.redis)];
  },
  async ask() {
    await askRedis(ports.redis, "PING", "+PONG");
  },
  environment: () => ({ REDIS_URL: `redis://127.0.0.1:${ports.redis}` }),
};

/** Three masters: what spans several keys must not think that one node has them all. */
export const redisCluster: Engine = {
  name: "redis-cluster",
  about: "Redis as a cluster of three",
  ports: ports.redisCluster,
  needs: [],
  install: installRedis,
  async prepare(place) {
    return ports.redisCluster.map((port) => {
      const { command, args } = redisServer(place, port);
      return { command, args: [...args, "--cluster-enabled", "yes", "--cluster-config-file", `nodes-${port}.conf`] };
    });
  },
  async join() {
    for (const port of ports.redisCluster) await waitUntil(() => askRedis(port, "PING", "+PONG"), 10_000);
    const nodes = ports.redisCluster.map((port) => `127.0.0.1:${port}`);
    if (await hasSlots(ports.redisCluster[0])) return;
    await run("redis-cli", ["--cluster", "create", ...nodes, "--cluster-replicas", "0", "--cluster-yes"]);
  },
  async ask() {
    for (const port of ports.redisCluster) await askRedis(port, "CLUSTER INFO", "cluster_state:ok");
  },
  environment: () => ({ REDIS_CLUSTER_URL: ports.redisCluster.map((port) => `redis://127.0.0.1:${port}`).join(",") }),
};

function redisServer(place: Place, port: number): Launch {
  const nothingKept = ["--save", "", "--appendonly", "no"];
  return {
    command: "redis-server",
    args: ["--bind", "127.0.0.1", "--port", String(port), ...nothingKept, "--dir", place.run],
  };
}

async function askRedis(port: number, command: string, expected: string): Promise<void> {
  const answer = await askPort(port, `${command}\r\n`);
  if (!answer.includes(expected)) throw new Error(`Redis on port ${port} says ${answer.trim()}`);
}

async function hasSlots(port: number): Promise<boolean> {
  return !(await askPort(port, "CLUSTER INFO\r\n")).includes("cluster_slots_assigned:0");
}

async function installRedis(_place: unknown, say: (words: string) => void): Promise<void> {
  if (!(await findCommand("redis-server"))) await aptInstall(["redis-server"], say);
}
