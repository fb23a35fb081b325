import pg from "pg";

/** The one number that a statement gives, of the PostgreSQL that `env` names. */
export async function askMetadata(env: Readonly<Record<string, string>>, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<[string]>({ text: sql, rowMode: "array" });
    return Number(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}
