import { randomUUID } from "node:crypto";
import { describeMetadataContract } from "@kubin/core/contracts";
import { migrateMetadata, openMetadata } from "@kubin/persistence";
import { expect, inject, test } from "vitest";
import { newDatabase } from "./testing/new-database.ts";

const url = inject("engines").DATABASE_URL ?? "";
const clock = { now: () => new Date() };
const ids = { uuid: () => randomUUID(), secret: () => randomUUID() };

describeMetadataContract("PostgreSQL", async () => {
  const { connection, drop } = await newDatabase(url);
  await migrateMetadata(connection);
  const port = await openMetadata({ connection, clock, ids });
  const close = async () => {
    await port.close();
    await drop();
  };
  return { port, close };
});

test("eight processes that start at once migrate once", async () => {
  const { connection, drop } = await newDatabase(url);
  await Promise.all(Array.from({ length: 8 }, () => migrateMetadata(connection)));
  const port = await openMetadata({ connection, clock, ids });
  expect(await port.listSnapshots({ limit: 1 })).toEqual([]);
  await port.close();
  await drop();
});
