import { randomUUID } from "node:crypto";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import type { MetadataPort } from "@kubin/core";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPglite } from "./fixtures/start-pglite.ts";
import { migrateMetadata } from "./migrate-metadata.ts";
import { openMetadata } from "./open-metadata.ts";

const ids = { uuid: () => randomUUID(), secret: () => randomUUID() };

describe("openMetadata", () => {
  let store: Awaited<ReturnType<typeof startPglite>>;
  let port: MetadataPort;
  let client: pg.Client;
  let nowMs = Date.now();

  beforeAll(async () => {
    store = await startPglite();
    await migrateMetadata(store.connection);
    port = await openMetadata({ connection: store.connection, clock: { now: () => new Date(nowMs) }, ids });
    client = new pg.Client(store.connection);
    await client.connect();
  });
  afterAll(async () => {
    await port.close();
    await client.end();
    await store.stop();
  });

  async function snapshotWith(gaps: number): Promise<string> {
    const id = randomUUID();
    const now = new Date(nowMs);
    const facts = {
      state: "UPLOADING" as const,
      generation: 1,
      partial: false,
      name: "n",
      layout: "l",
      tool: "",
      retainWeek: "2026-03-02",
    };
    const unknown = {
      failure: undefined,
      cluster: undefined,
      kubernetesVersion: undefined,
      capturedAt: undefined,
      completedAt: undefined,
    };
    const times = { createdAt: now, expiresAt: new Date(nowMs + 1e9), lastUploadAt: now };
    await port.createSnapshot({ id, ...facts, ...unknown, ...times }, { ticketHash: id, linkHash: id });
    const gap = { kind: "cut" as const, namespace: "", detail: "cut", count: 1 };
    const said = { gaps: Array.from({ length: gaps }, (_, at) => ({ ...gap, what: `file ${at}` })) };
    await port.transaction((tx) => tx.putCoverage(id, "manifest", said));
    return id;
  }

  const coverage = async () =>
    (
      await client.query(
        "SELECT reltuples, pg_relation_size(oid)::int AS size FROM pg_class WHERE relname = 'coverage'",
      )
    ).rows[0];

  it("does what autovacuum would: statistics after many writes, space back after an erasure", async () => {
    const id = await snapshotWith(8_000);
    nowMs += 60_000;
    await port.transaction(async () => {});
    const full = await coverage();
    expect(full.reltuples).toBe(8_000);
    await port.eraseSnapshot(id, { forget: true });
    expect(await coverage()).toEqual({ reltuples: 0, size: 0 });
    expect(full.size).toBeGreaterThan(500_000);
  });

  it("says UNAVAILABLE while the store is away, and works again when it is back", async () => {
    const target = join(String(store.connection.host), ".s.PGSQL.5432");
    const sockets = new Set<Socket>();
    const relay = createServer((socket) => {
      const onward = connect(target);
      for (const one of [socket, onward]) sockets.add(one.on("error", () => {}).on("close", () => one.destroy()));
      socket.pipe(onward).pipe(socket);
    });
    const listen = () =>
      new Promise<void>((resolve) => relay.listen(join(String(store.connection.host), ".s.PGSQL.6000"), resolve));
    await listen();
    const away = await openMetadata({
      connection: { ...store.connection, port: 6000 },
      clock: { now: () => new Date() },
      ids,
    });
    await away.ping();
    const closed = new Promise((resolve) => relay.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
    for (const call of [
      () => away.ping(),
      () => away.findLink("x"),
      () => away.transaction((tx) => tx.findTicket("x")),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    }
    await listen();
    await expect(away.findLink("x")).resolves.toBeUndefined();
    await away.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => relay.close(resolve));
  });
});
