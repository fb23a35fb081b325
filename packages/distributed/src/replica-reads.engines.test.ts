import { randomUUID } from "node:crypto";
import type { MetadataPort, MetadataStatements, Scope, SnapshotRecord } from "@kubin/core";
import { createSuite, describeMetadataContract, resource, wholeScope } from "@kubin/core/contracts";
import { type MetadataReplica, migrateMetadata, openMetadata, openReplica } from "@kubin/persistence";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { isReplicated, withReplicaReads } from "./replica-reads.ts";
import { newDatabase } from "./testing/new-database.ts";
import { type Gate, openGate } from "./testing/open-gate.ts";
import { silentLog } from "./testing/silent-log.ts";

const primaryUrl = inject("engines").DATABASE_URL ?? "";
const replicaUrl = inject("engines").DATABASE_REPLICA_URLS ?? "";
const ids = { uuid: () => randomUUID(), secret: () => randomUUID() };

interface Replicated {
  port: MetadataPort;
  primary: MetadataPort;
  replica: MetadataReplica;
  /** Names of the statements, by who answered them. */
  answered: { primary: string[]; replica: string[] };
  gate: Gate;
  clock: { aheadMs: number };
  /** Statements to the two engines themselves. */
  onPrimary: pg.Client;
  onReplica: pg.Client;
  /** Ends when the replica shows all that is committed now. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** A database of its own with the replica behind a gate, and who answers written down. */
async function openReplicated(): Promise<Replicated> {
  const { connection, drop } = await newDatabase(primaryUrl);
  const { pathname } = new URL(String(connection.connectionString));
  await migrateMetadata(connection);
  const time = { aheadMs: 0 };
  const clock = { now: () => new Date(Date.now() + time.aheadMs) };
  const primary = await openMetadata({ connection, clock, ids });
  const gate = await openGate(new URL(pathname, replicaUrl).href);
  const replica = openReplica({ connection: { connectionString: gate.url }, clock, ids });
  const answered: Replicated["answered"] = { primary: [], replica: [] };
  const port = withReplicaReads({
    primary: telling(primary, answered.primary),
    replicas: [tellingReplica(replica, answered.replica)],
    clock,
    log: silentLog(),
  });
  const onPrimary = new pg.Client(connection);
  const onReplica = new pg.Client({ connectionString: new URL("/postgres", replicaUrl).href });
  await Promise.all([onPrimary.connect(), onReplica.connect()]);
  return {
    port,
    primary,
    replica,
    answered,
    gate,
    clock: time,
    onPrimary,
    onReplica,
    async caughtUp() {
      const { rows } = await onPrimary.query("SELECT pg_current_wal_lsn()::text AS lsn");
      const shown = async () =>
        (await onReplica.query("SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS shown", [rows[0].lsn])).rows;
      await expect.poll(shown, { timeout: 30_000, interval: 5 }).toEqual([{ shown: true }]);
    },
    async close() {
      await port.close();
      await Promise.all([onPrimary.end(), onReplica.end(), gate.close()]);
      await drop();
    },
  };
}

/** The same statements, with the names of those that are called. */
function telling<T extends MetadataStatements>(statements: T, names: string[]): T {
  return new Proxy(statements, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function" || !isReplicated(name)) return value;
      return (...args: unknown[]) => {
        names.push(name);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

function tellingReplica(replica: MetadataReplica, names: string[]): MetadataReplica {
  return { ...replica, read: (scope, work) => replica.read(scope, (statements) => work(telling(statements, names))) };
}

describe("reads with a replica", () => {
  let kubin: Replicated;
  beforeAll(async () => {
    kubin = await openReplicated();
  });
  afterAll(async () => {
    await kubin?.onReplica.query("SELECT pg_wal_replay_resume()");
    await kubin?.close();
  });

  /** What is answered, and by whom. */
  async function kindsOf(scope: Scope) {
    const { answered } = kubin;
    for (const names of Object.values(answered)) names.length = 0;
    const kinds = (await kubin.port.kinds(scope)).map(({ kind, total }) => ({ kind, total }));
    return { kinds, by: answered.replica.length > 0 && answered.primary.length === 0 ? "replica" : "primary" };
  }

  it("an upload that goes on is read where it is written", async () => {
    const { scope } = await upload(2);
    await kubin.caughtUp();
    expect(await kindsOf(scope)).toEqual({ kinds: [{ kind: "Pod", total: 2 }], by: "primary" });
  });

  it("a snapshot is right at once after its completion, and read from the replica once that shows it", async () => {
    const { snapshot, scope } = await upload(2);
    await kubin.caughtUp();
    await kubin.onReplica.query("SELECT pg_wal_replay_pause()");
    await expect
      .poll(async () => (await kubin.onReplica.query("SELECT pg_get_wal_replay_pause_state() AS state")).rows)
      .toEqual([{ state: "paused" }]);
    await indexPods(snapshot, 3);
    await complete(snapshot);
    const right = [{ kind: "Pod", total: 5 }];
    expect(await kindsOf(scope)).toEqual({ kinds: right, by: "primary" });
    await kubin.onReplica.query("SELECT pg_wal_replay_resume()");
    await kubin.caughtUp();
    expect(await kindsOf(scope)).toEqual({ kinds: right, by: "replica" });
    expect(await kindsOf({ ...scope, generation: 2 })).toEqual({ kinds: [], by: "primary" });
  });

  it.each(["shut", "stuck"] as const)(
    "a replica that is %s is not waited for, left alone, and found again",
    async (state) => {
      const { snapshot, scope } = await upload(2);
      await complete(snapshot);
      await kubin.caughtUp();
      const right = [{ kind: "Pod", total: 2 }];
      expect(await kindsOf(scope)).toEqual({ kinds: right, by: "replica" });
      kubin.gate.state = state;
      expect(await kindsOf(scope)).toEqual({ kinds: right, by: "primary" });
      kubin.gate.state = "shut";
      await expect(kubin.replica.ping()).rejects.toThrow();
      kubin.gate.state = "open";
      await kubin.replica.ping();
      expect(await kindsOf(scope)).toEqual({ kinds: right, by: "primary" });
      kubin.clock.aheadMs += 10_000;
      expect(await kindsOf(scope)).toEqual({ kinds: right, by: "replica" });
    },
  );

  async function upload(pods: number): Promise<{ snapshot: SnapshotRecord; scope: Scope }> {
    const snapshot = await createSuite(() => kubin.port).snapshot();
    await indexPods(snapshot, pods);
    return { snapshot, scope: wholeScope(snapshot) };
  }

  async function indexPods(snapshot: SnapshotRecord, count: number): Promise<void> {
    const part = await createSuite(() => kubin.port).leased(snapshot, { type: "resources", namespace: "shop" });
    const pods = Array.from({ length: count }, (_, index) => resource(index));
    await kubin.port.putResources(part, pods);
    await kubin.port.finishPart(part, { state: "INDEXED" });
  }

  async function complete({ id }: SnapshotRecord): Promise<void> {
    const change = { completedAt: new Date() };
    expect(await kubin.port.moveSnapshot(id, ["UPLOADING"], { state: "COMPLETED", change })).toBe(true);
  }
});

/** Every read is answered by the replica: its snapshot is made COMPLETED, and waited for, just before. */
describeMetadataContract("PostgreSQL, read from its replica", async () => {
  const kubin = await openReplicated();
  const setState = (id: string, state: string) =>
    kubin.onPrimary.query("UPDATE snapshots SET state = $2 WHERE id = $1", [id, state]);
  let before: Promise<unknown> = Promise.resolve();
  const read = async (scope: Scope, ask: () => Promise<unknown>): Promise<unknown> => {
    const snapshot = await kubin.primary.findSnapshot(scope.snapshotId);
    if (snapshot?.generation !== scope.generation) return ask();
    await setState(snapshot.id, "COMPLETED");
    await kubin.caughtUp();
    const asked = kubin.answered.primary.length;
    const answer = await ask().finally(() => setState(snapshot.id, snapshot.state));
    expect(kubin.answered.primary).toHaveLength(asked);
    return answer;
  };
  const port = new Proxy(kubin.port, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function" || !isReplicated(name)) return value;
      return (...args: [Scope | { scope: Scope }]) => {
        const scope = "scope" in args[0] ? args[0].scope : args[0];
        const answer = before.then(() => read(scope, () => Reflect.apply(value, target, args)));
        before = answer.catch(() => undefined);
        return answer;
      };
    },
  });
  return { port, close: kubin.close };
});
