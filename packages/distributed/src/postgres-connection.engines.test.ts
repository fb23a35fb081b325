import { randomUUID } from "node:crypto";
import { migrateMetadata, openMetadata } from "@kubin/persistence";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { postgresConnection } from "./postgres-connection.ts";
import { type NewDatabase, newDatabase } from "./testing/new-database.ts";

const ids = { uuid: () => randomUUID(), secret: () => randomUUID() };
const long = 60_000;
let database: NewDatabase;
let url: string;

beforeAll(async () => {
  database = await newDatabase(inject("engines").DATABASE_URL ?? "");
  url = database.connection.connectionString ?? "";
  await migrateMetadata(database.connection);
});
afterAll(() => database.drop());

/** Two connections, while somebody else holds a table that every statement about snapshots needs. */
async function openBehindLock(limits: { statementMs: number; silenceMs: number; connectMs: number }) {
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query("BEGIN; LOCK TABLE snapshots IN ACCESS EXCLUSIVE MODE");
  const connection = postgresConnection({ url, max: 2 }, limits);
  const port = await openMetadata({ connection, clock: { now: () => new Date() }, ids });
  return {
    port,
    unlock: () => holder.query("ROLLBACK"),
    async [Symbol.asyncDispose]() {
      await port.close();
      await holder.end();
    },
  };
}

const away = { code: "UNAVAILABLE" };
const one = { limit: 1 };

test.each([
  ["takes too long is ended by the server", { statementMs: 200, silenceMs: long, connectMs: long }],
  ["is not answered at all costs its connection", { statementMs: long, silenceMs: 200, connectMs: long }],
])("a statement that %s, and the next ones are answered", async (_what, limits) => {
  await using opened = await openBehindLock(limits);
  const { port, unlock } = opened;
  // More than there are connections: each of them has to come free or be replaced.
  const asked = Array.from({ length: 4 }, () => port.listSnapshots(one));
  asked.push(port.transaction((tx) => tx.listSnapshots(one)));
  for (const answer of await Promise.allSettled(asked)) {
    expect(answer).toMatchObject({ status: "rejected", reason: away });
  }
  await unlock();
  expect(await port.listSnapshots(one)).toEqual([]);
  expect(await port.transaction((tx) => tx.listSnapshots(one))).toEqual([]);
});

test("who waits for a connection is told before long", async () => {
  await using opened = await openBehindLock({ statementMs: long, silenceMs: long, connectMs: 200 });
  const { port, unlock } = opened;
  const busy = [port.listSnapshots(one), port.listSnapshots(one)];
  await expect(port.listSnapshots(one)).rejects.toMatchObject(away);
  await unlock();
  expect(await Promise.all(busy)).toEqual([[], []]);
});
