import { KubinError } from "@kubin/schema";
import pg from "pg";
import { migrations } from "../generated/migrations.ts";
import { toPlainError } from "./plain-errors.ts";

export interface Migration {
  name: string;
  /** SHA-256 of the SQL, hex, as Prisma writes it. */
  checksum: string;
  sql: string;
}

/** Prisma's own table, so that its tools read what this runner did. */
const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * Brings the database to the schema of this build; idempotent, and safe to run from many processes at once. Returns the
 * names of the migrations that it applied. Each
 * migration is one transaction under a lock on the table of migrations. Throws UNSUPPORTED for a database that a newer
 * Kubin has changed, or whose history is another one, and UNAVAILABLE when there is none to reach.
 */
export async function migrateMetadata(
  connection: pg.ClientConfig,
  known: readonly Migration[] = migrations,
): Promise<string[]> {
  const client = new pg.Client(connection);
  const applied: string[] = [];
  client.on("error", () => {});
  try {
    await client.connect();
    await createMigrationTable(client);
    for (const migration of known) {
      if (await apply({ client, migration, known })) applied.push(migration.name);
    }
    return applied;
  } catch (error) {
    throw toPlainError(error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Two processes that create it at the same moment: one of them is told that it exists, in one of these ways. */
async function createMigrationTable(client: pg.Client): Promise<void> {
  try {
    await client.query(createTable);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !["23505", "42710", "42P07"].includes(error.code ?? "")) throw error;
  }
}

/** False where it was applied before. */
async function apply(opts: { client: pg.Client; migration: Migration; known: readonly Migration[] }): Promise<boolean> {
  const { client, migration, known } = opts;
  await client.query("BEGIN");
  try {
    await client.query("LOCK TABLE _prisma_migrations IN ACCESS EXCLUSIVE MODE");
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      "SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    refuseOtherHistory(applied, known);
    const isNew = !applied.has(migration.name);
    if (isNew) {
      await client.query(migration.sql);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
         VALUES (gen_random_uuid()::text, $1, clock_timestamp(), $2, 1)`,
        [migration.checksum, migration.name],
      );
    }
    await client.query("COMMIT");
    return isNew;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

function refuseOtherHistory(applied: Map<string, string>, known: readonly Migration[]): void {
  const checksums = new Map(known.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    const expected = checksums.get(name);
    if (expected === undefined) {
      const sentence = `The metadata store was changed by a newer Kubin (${name}). Start that version, or restore a backup.`;
      throw new KubinError("UNSUPPORTED", sentence);
    }
    if (expected !== checksum) {
      const sentence = `The metadata store was made by another build of Kubin: its migration ${name} differs from this one's.`;
      throw new KubinError("UNSUPPORTED", sentence);
    }
  }
}
