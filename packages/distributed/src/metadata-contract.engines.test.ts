import { randomUUID } from "node:crypto";
import type { BusEvent } from "@kubin/core";
import { describeMetadataContract } from "@kubin/core/contracts";
import { migrateMetadata, openMetadata } from "@kubin/persistence";
import pg from "pg";
import { describe, expect, inject, test } from "vitest";
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

describe("a relay that the bus keeps waiting", () => {
  const events = Array.from({ length: 20 }, (_, size): BusEvent => ({ topic: "object.stored", key: "k", size }));

  /** A store with these events, and one relay that has the first ten in hand and does not come back. */
  async function heldUp() {
    const { connection, drop } = await newDatabase(url);
    await migrateMetadata(connection);
    const port = await openMetadata({ connection, clock, ids });
    await port.transaction(async (tx) => {
      for (const event of events) await tx.emit(event);
    });
    const relayed: BusEvent[] = [];
    const relay = (limit: number) => port.relayEvents(limit, async (batch) => void relayed.push(...batch));
    let ended: Promise<number> = Promise.resolve(0);
    let release = (): void => undefined;
    await new Promise<void>((inHand) => {
      ended = port.relayEvents(10, async () => {
        inHand();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      });
    });
    const close = async () => {
      await port.close();
      await drop();
    };
    return { connection, relay, relayed, release, ended, close };
  }

  test("does not keep the other relays waiting, and they leave its events alone", async () => {
    const { relay, relayed, release, ended, close } = await heldUp();
    expect(await relay(100)).toBe(10);
    expect(relayed).toEqual(events.slice(10));
    release();
    expect(await ended).toBe(10);
    expect(await relay(100)).toBe(0);
    await close();
  });

  test("and that dies gives its events to the next, at once", async () => {
    const { connection, relay, relayed, release, ended, close } = await heldUp();
    const admin = new pg.Client(connection);
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'",
    );
    await admin.end();
    const failed = expect(ended).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect.poll(() => relay(100).then(() => relayed)).toEqual(events);
    release();
    await failed;
    await close();
  });
});
