import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "../generated/migrations.ts";
import { startPglite } from "./fixtures/start-pglite.ts";
import { type Migration, migrateMetadata } from "./migrate-metadata.ts";

const prisma = new URL("../../../../prisma/", import.meta.url);

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: `${name}-${sql.length}`.padEnd(64, "0") };
}

describe("migrateMetadata", () => {
  let store: Awaited<ReturnType<typeof startPglite>>;
  let client: pg.Client;

  beforeAll(async () => {
    store = await startPglite();
    client = new pg.Client(store.connection);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await store.stop();
  });

  const namesOf = async () =>
    (await client.query("SELECT migration_name FROM _prisma_migrations ORDER BY started_at, migration_name")).rows.map(
      (row) => row.migration_name,
    );

  it("is run by many processes at once, and each migration is applied once", async () => {
    await Promise.all(Array.from({ length: 4 }, () => migrateMetadata(store.connection)));
    await migrateMetadata(store.connection);
    expect(await namesOf()).toEqual(migrations.map((one) => one.name));
    const { rows } = await client.query("SELECT * FROM _prisma_migrations LIMIT 1");
    expect(rows[0]).toMatchObject({ checksum: migrations[0]?.checksum, applied_steps_count: 1, rolled_back_at: null });
    expect(rows[0].finished_at).toBeInstanceOf(Date);
  });

  it("leaves nothing of a migration that fails, and goes on when it is repaired", async () => {
    const broken = migration("99990101000000_more", 'CREATE TABLE "more" (id int); SELECT no_such_function();');
    await expect(migrateMetadata(store.connection, [...migrations, broken])).rejects.toThrow("no_such_function");
    expect(await namesOf()).toEqual(migrations.map((one) => one.name));
    const repaired = migration("99990101000000_more", 'CREATE TABLE "more" (id int);');
    await migrateMetadata(store.connection, [...migrations, repaired]);
    expect(await namesOf()).toHaveLength(migrations.length + 1);
  });

  it("refuses a store that a newer Kubin has changed, and one with another history", async () => {
    await expect(migrateMetadata(store.connection)).rejects.toMatchObject({
      code: "UNSUPPORTED",
      message: expect.stringContaining("newer Kubin (99990101000000_more)"),
    });
    const other = [...migrations, migration("99990101000000_more", "SELECT 1")];
    await expect(migrateMetadata(store.connection, other)).rejects.toMatchObject({ code: "UNSUPPORTED" });
  });

  it("says UNAVAILABLE where nobody answers", async () => {
    const nowhere = { ...store.connection, host: `${store.connection.host}/nowhere` };
    await expect(migrateMetadata(nowhere)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("the last migration leads to the schema of today", () => {
    const last = migrations.at(-1)?.name ?? "";
    const today = readFileSync(new URL("schema.prisma", prisma), "utf8");
    expect(readFileSync(new URL(`migrations/${last}/schema.txt`, prisma), "utf8")).toBe(today);
    const folders = readdirSync(new URL("migrations", prisma), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect(migrations.map((one) => one.name)).toEqual(folders.map((one) => one.name).sort());
  });
});
