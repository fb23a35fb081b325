import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openMetadataEngine } from "./testing/open-metadata-engine.ts";

describe("metadata engine", () => {
  let tested: Awaited<ReturnType<typeof openMetadataEngine>>;
  let pool: pg.Pool;
  beforeAll(async () => {
    tested = await openMetadataEngine();
    pool = new pg.Pool(tested.engine.connection);
    // Connections end with a crash; the next query reports it.
    pool.on("error", () => undefined);
    await pool.query("CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL)");
  });
  afterAll(async () => {
    await pool.end();
    await tested.close();
  });

  const backAgain = async (): Promise<void> => {
    await vi.waitFor(() => pool.query("SELECT 1"), { timeout: 30_000 });
  };
  const number = async (sql: string, values: unknown[] = []): Promise<number> =>
    Number(Object.values((await pool.query<Record<string, unknown>>(sql, values)).rows[0] ?? {})[0]);

  test("has the extensions that the schema needs", async () => {
    await pool.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    await pool.query("CREATE EXTENSION IF NOT EXISTS btree_gin");
    expect(await number("SELECT count(*) FROM pg_extension WHERE extname IN ('pg_trgm', 'btree_gin')")).toBe(2);
  });

  test("statements of many connections never mix, large parameters and errors among them", async () => {
    const large = "x".repeat(2_000_000);
    const wrong: string[] = [];
    const ask = async (lane: number, turn: number): Promise<void> => {
      const expected = lane * 1_000 + turn;
      if (lane < 3) {
        const sql = "SELECT length($1::text) - 2000000 + $2::int";
        if ((await number(sql, [large, expected])) !== expected) wrong.push(`large ${expected}`);
        return;
      }
      if ((await number("SELECT $1::int + $2::int", [expected, 1])) !== expected + 1) wrong.push(`small ${expected}`);
      await expect(pool.query("SELECT $1::int / 0", [expected])).rejects.toMatchObject({ code: "22012" });
    };
    const turns = Array.from({ length: 15 }, (_, turn) => turn);
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      for (const turn of turns) await ask(lane, turn);
    });
    await Promise.all(lanes);
    expect(wrong).toEqual([]);
  });

  test("transactions of many connections are one after the other", async () => {
    await pool.query("INSERT INTO t VALUES (1, 0)");
    const add = async (): Promise<void> => {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        const { rows } = await client.query<{ v: number }>("SELECT v FROM t WHERE id = $1", [1]);
        await client.query("UPDATE t SET v = $1 WHERE id = 1", [(rows[0]?.v ?? 0) + 1]);
        await client.query("COMMIT");
      } finally {
        client.release();
      }
    };
    await Promise.all(Array.from({ length: 60 }, add));
    expect(await number("SELECT v FROM t WHERE id = 1")).toBe(60);
  });

  test("who leaves in mid-transaction leaves nothing of it and holds nobody up", async () => {
    const client = new pg.Client(tested.engine.connection);
    client.on("error", () => undefined);
    await client.connect();
    await client.query("BEGIN");
    await client.query("INSERT INTO t VALUES (2, 0)");
    client.connection.stream.destroy();
    expect(await number("SELECT count(*) FROM t WHERE id = 2")).toBe(0);
  });

  test("what asks for TLS or speaks something else is sent away, and others are served", async () => {
    const tls = new pg.Client({ ...tested.engine.connection, ssl: true });
    await expect(tls.connect()).rejects.toThrow(/SSL/);
    expect(await number("SELECT 7")).toBe(7);
  });

  test("a thread ended in mid-transaction loses no acknowledged row, five times", async () => {
    await pool.query("CREATE TABLE written (id int PRIMARY KEY, round int)");
    const acknowledged: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      let isOver = false;
      const write = async (): Promise<void> => {
        for (let id = round * 1_000_000; !isOver; id += 1) {
          try {
            await pool.query("INSERT INTO written VALUES ($1, $2)", [id, round]);
            acknowledged.push(id);
          } catch {
            return;
          }
        }
      };
      const writing = write();
      const open = new pg.Client(tested.engine.connection);
      open.on("error", () => undefined);
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(round * 20), { interval: 1, timeout: 20_000 });
      await open.connect();
      await open.query("BEGIN");
      await open.query("INSERT INTO written VALUES ($1, $2)", [-1 - round, round]);
      await tested.engine.crash();
      isOver = true;
      await writing;
      await backAgain();
      // The thread that wrote it never said COMMIT.
      expect(await number("SELECT count(*) FROM written WHERE id < 0")).toBe(0);
    }
    const { rows } = await pool.query<{ id: number }>("SELECT id FROM written");
    const there = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    expect(tested.errors.length).toBeGreaterThanOrEqual(5);
  });

  test("says UNAVAILABLE while it is away", async () => {
    await tested.engine.crash();
    await vi.waitFor(() => expect(() => tested.engine.assertUp()).toThrow("restarted"), { interval: 1 });
    await backAgain();
    expect(() => tested.engine.assertUp()).not.toThrow();
  });
});
