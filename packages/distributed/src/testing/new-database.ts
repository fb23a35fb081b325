import { randomUUID } from "node:crypto";
import pg from "pg";

export interface NewDatabase {
  connection: pg.PoolConfig;
  drop(): Promise<void>;
}

/** For tests: a database of its own on the PostgreSQL behind `url`. */
export async function newDatabase(url: string): Promise<NewDatabase> {
  const name = `kubin_${randomUUID().replaceAll("-", "")}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { connection: { connectionString: own.href }, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}
