import pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { type NewDatabase, newDatabase } from "../testing/new-database.ts";
import { underLock } from "./under-lock.ts";

let database: NewDatabase;
let databaseUrl: string;
beforeAll(async () => {
  database = await newDatabase(inject("engines").DATABASE_URL ?? "");
  databaseUrl = database.connection.connectionString ?? "";
});
afterAll(() => database?.drop());

const { signal } = new AbortController();

/** Sessions that wait for a lock of this database. */
async function waiting(client: pg.Client): Promise<number> {
  const sql = "SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database WHERE d.datname = $1 AND NOT granted";
  return (await client.query(sql, [new URL(databaseUrl).pathname.slice(1)])).rows.length;
}

test("one works at a time, also after one that failed", async () => {
  const watch = new pg.Client({ connectionString: databaseUrl });
  await watch.connect();
  let working = 0;
  let left = 3;
  const work = async (): Promise<void> => {
    working += 1;
    left -= 1;
    await expect.poll(() => waiting(watch)).toBe(left);
    expect(working).toBe(1);
    working -= 1;
    throw new Error("done");
  };
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => underLock({ databaseUrl, signal }, work)));
  await watch.end();
  expect(outcomes).toMatchObject([1, 2, 3].map(() => ({ reason: { message: "done" } })));
});

const times = {
  "before it is asked for": { isEarly: true, isWaiting: false },
  "while it connects": { isEarly: false, isWaiting: false },
  "while it waits": { isEarly: false, isWaiting: true },
};

test.each(Object.entries(times))("stopping %s ends it, and nobody is left in the queue", async (_when, when) => {
  const watch = new pg.Client({ connectionString: databaseUrl });
  await watch.connect();
  const stopping = new AbortController();
  const work = vi.fn(async () => {});
  await underLock({ databaseUrl, signal }, async () => {
    if (when.isEarly) stopping.abort();
    const refused = expect(underLock({ databaseUrl, signal: stopping.signal }, work)).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    if (when.isWaiting) await expect.poll(() => waiting(watch)).toBe(1);
    stopping.abort();
    await refused;
  });
  expect(work).not.toHaveBeenCalled();
  await underLock({ databaseUrl, signal }, work);
  expect(work).toHaveBeenCalledTimes(1);
  await watch.end();
});
