import { randomUUID } from "node:crypto";
import pg from "pg";

export interface Installation extends AsyncDisposable {
  /** Settings of a Kubin on engines that others use too, with databases, topics and a bucket of its own. */
  env: Readonly<Record<string, string>>;
}

/** An empty installation. Disposing drops its database; the rest goes with the engines' data. */
export async function newInstallation(
  engines: Readonly<Record<string, string>>,
  more: { bucket?: string | undefined } = {},
): Promise<Installation> {
  const name = `e2e_${randomUUID().replaceAll("-", "")}`;
  await administer(engines, `CREATE DATABASE ${name}`);
  const database = new URL(engines.DATABASE_URL ?? "");
  database.pathname = `/${name}`;
  return {
    env: {
      ...engines,
      KUBIN_PROFILE: "distributed",
      DATABASE_URL: database.href,
      CLICKHOUSE_URL: `${engines.CLICKHOUSE_URL}/${name}`,
      KAFKA_PREFIX: name,
      S3_BUCKET: more.bucket ?? name.replaceAll("_", "-"),
    },
    [Symbol.asyncDispose]: () => administer(engines, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** In a connection of its own: between two the server may be killed. */
async function administer(engines: Readonly<Record<string, string>>, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: engines.DATABASE_URL });
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
}
