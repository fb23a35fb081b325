import { randomUUID } from "node:crypto";
import pg from "pg";
import { freePort, type Spawned, serverArgs, spawnNode, until } from "../testbed/processes.ts";

export interface SpawnedDistributed extends AsyncDisposable {
  /** Addresses of the processes that answer callers. */
  gateways: string[];
  workers: Spawned[];
  /** All that the processes wrote to stderr. */
  log(): string;
}

/** Two processes that answer callers and two that work, over engines with a database, bucket and topics of their own. */
export async function spawnDistributed(engines: Readonly<Record<string, string>>): Promise<SpawnedDistributed> {
  const name = `e2e_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: engines.DATABASE_URL });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const database = new URL(engines.DATABASE_URL ?? "");
  database.pathname = `/${name}`;
  const env = {
    ...engines,
    KUBIN_PROFILE: "distributed",
    DATABASE_URL: database.href,
    CLICKHOUSE_URL: `${engines.CLICKHOUSE_URL}/${name}`,
    KAFKA_PREFIX: name,
    S3_BUCKET: name.replaceAll("_", "-"),
  };
  const start = async (roles: string): Promise<Spawned & { url: string }> => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const spawned = spawnNode(serverArgs, { ...env, KUBIN_ROLES: roles, KUBIN_PORT: String(port) });
    await until(async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true, {
      what: () => `${roles} to be ready\n${spawned.stderr()}`,
      timeoutMs: 60_000,
      stopped: () => spawned.child.exitCode !== null,
    });
    return { ...spawned, url };
  };
  // All at once: whoever is first migrates, the others wait for it.
  const [first, second, ...workers] = await Promise.all(
    ["gateway,query,upload", "gateway,query,upload", "worker", "worker"].map(start),
  );
  const all = [first, second, ...workers].filter((one) => one !== undefined);
  return {
    gateways: all.slice(0, 2).map(({ url }) => url),
    workers,
    log: () => all.map(({ stderr }) => stderr()).join(""),
    async [Symbol.asyncDispose]() {
      for (const { child } of all) child.kill("SIGTERM");
      await Promise.all(all.map(({ ended }) => ended));
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
