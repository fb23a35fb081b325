import { request as httpRequest } from "node:http";
import { gzipSync } from "node:zlib";
import { createClient } from "@clickhouse/client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type LogEngineUnderTest, openLogEngine } from "./testing/open-log-engine.ts";

/** Rows of (chunk UInt32, n UInt32, text String) as RowBinary; the text is no UTF-8. */
function block(chunk: number, rows: number): Buffer {
  const row = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 4, 0xff, 0xfe, 0x09, 0x0a]);
  const body = Buffer.alloc(rows * row.length);
  for (let n = 0; n < rows; n += 1) {
    row.writeUInt32LE(chunk, 0);
    row.writeUInt32LE(n, 4);
    row.copy(body, n * row.length);
  }
  return body;
}

const longQuery = "SELECT sum(sipHash64(number)) AS s FROM numbers(1000000000000)";

describe("log engine", () => {
  let tested: LogEngineUnderTest;
  beforeAll(async () => {
    tested = await openLogEngine();
    await tested.client.command({ query: "CREATE DATABASE IF NOT EXISTS kubin" });
  });
  afterAll(() => tested.close());

  const newTable = async (name: string): Promise<string> => {
    const columns = "(chunk UInt32, n UInt32, text String)";
    const engine = "ENGINE = MergeTree ORDER BY (chunk, n) SETTINGS non_replicated_deduplication_window = 1000";
    await tested.client.command({ query: `CREATE TABLE kubin.${name} ${columns} ${engine}` });
    return `kubin.${name}`;
  };
  const running = async (): Promise<number> => {
    const query =
      "SELECT toUInt32(count()) AS c FROM system.processes WHERE query LIKE '%sipHash64%' AND query NOT LIKE '%processes%'";
    return (await tested.rows<{ c: number }>(query))[0]?.c ?? -1;
  };
  const count = async (table: string): Promise<number> =>
    (await tested.rows<{ c: number }>(`SELECT toUInt32(count()) AS c FROM ${table}`))[0]?.c ?? -1;

  describe("speaks to @clickhouse/client", () => {
    test("answers pings", async () => {
      expect(await tested.client.ping()).toEqual({ success: true });
      expect(await tested.client.ping({ select: true })).toEqual({ success: true });
    });

    test("any text and array of texts survives as a parameter", async () => {
      const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 30 }), { maxLength: 4 });
      const hostile = fc.constantFrom("'", "\\", "\t\n\r", "\\'", "{a:String}", "'); SELECT 1", "\\t", "\0", "ü😀");
      await fc.assert(
        fc.asyncProperty(fc.oneof(hostile, fc.string({ unit: "grapheme" })), texts, async (a, b) => {
          const rows = await tested.rows("SELECT {a:String} AS a, {b:Array(String)} AS b", { a, b });
          expect(rows).toEqual([{ a, b }]);
        }),
        { numRuns: 150 },
      );
    });

    test("parameters of statements that run side by side are not mixed up", async () => {
      const ask = async (n: number) => (await tested.rows("SELECT {n:UInt32} AS n", { n }))[0];
      const numbers = Array.from({ length: 200 }, (_, n) => n);
      expect(await Promise.all(numbers.map(ask))).toEqual(numbers.map((n) => ({ n })));
    });

    test("a placeholder without a value is never filled with that of another statement", async () => {
      await tested.rows("SELECT {secret:String}", { secret: "mine" });
      for (let times = 0; times < 8; times += 1) {
        await expect(tested.rows("SELECT {secret:String} AS a")).rejects.toMatchObject({ code: "456" });
      }
    });

    test("a setting holds for its statement alone", async () => {
      const read = async () =>
        (await tested.rows<{ v: string }>("SELECT getSetting('max_block_size')::String AS v"))[0]?.v;
      const before = await read();
      const query = "SELECT getSetting('max_block_size')::String AS v";
      const answers = await Promise.all(
        Array.from({ length: 12 }, () =>
          tested.client.query({ query, format: "JSONEachRow", clickhouse_settings: { max_block_size: "777" } }),
        ),
      );
      for (const answer of answers) expect(await answer.json()).toEqual([{ v: "777" }]);
      for (let times = 0; times < 8; times += 1) expect(await read()).toBe(before);
    });

    test("formats with a head and a foot come whole", async () => {
      const answer = await tested.client.query({ query: "SELECT number AS n FROM numbers(200000)", format: "JSON" });
      const { rows, data } = await answer.json<{ n: number }>();
      expect([rows, data.length]).toEqual([200_000, 200_000]);
    });

    test("definitions, changes and questions about them", async () => {
      const table = await newTable("changed");
      for (const query of [
        `INSERT INTO ${table} VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c')`,
        `INSERT INTO ${table} SELECT 4, 4, 'd'`,
        `ALTER TABLE ${table} DELETE WHERE chunk = 1`,
        `DELETE FROM ${table} WHERE chunk = 2`,
        `OPTIMIZE TABLE ${table} FINAL`,
        "SYSTEM FLUSH LOGS",
      ]) {
        await tested.client.command({ query, clickhouse_settings: { mutations_sync: "1" } });
      }
      expect(await tested.rows(`SELECT chunk FROM ${table} ORDER BY chunk`)).toEqual([{ chunk: 3 }, { chunk: 4 }]);
      for (const query of [
        `DESCRIBE TABLE ${table}`,
        `EXISTS TABLE ${table}`,
        "SHOW TABLES FROM kubin",
        "EXPLAIN SELECT 1",
      ]) {
        expect(await tested.rows(query)).not.toEqual([]);
      }
    });

    test("an answer with no rows is empty", async () => {
      expect(await tested.rows("SELECT 1 AS a WHERE 0")).toEqual([]);
    });

    test("gzip, both ways", async () => {
      const table = await newTable("gzipped");
      // The client of the engine, asked to compress.
      const base = tested.engine.clientOptions();
      const client = createClient({ ...base, compression: { request: true, response: true } });
      const values = Array.from({ length: 1_000 }, (_, n) => ({ chunk: 1, n, text: "x".repeat(100) }));
      await client.insert({ table, values, format: "JSONEachRow" });
      const answer = await client.query({ query: `SELECT * FROM ${table} ORDER BY n`, format: "JSONEachRow" });
      expect(answer.response_headers["content-encoding"]).toBe("gzip");
      expect(await answer.json()).toEqual(values);
      await client.close();
    });
  });

  describe("errors", () => {
    test.each([
      ["SELECT nope", "47"],
      ["SELEC 1", "344"],
      ["SELECT 1 FROM", "62"],
      ["SELECT * FROM nope.nope", "81"],
      ["SELECT 1; SELECT 2", "62"],
    ])("%s fails with code %s", async (query, code) => {
      await expect(tested.rows(query)).rejects.toMatchObject({ code });
    });

    test("an unknown setting is refused", async () => {
      const clickhouse_settings = { no_such_setting: 1 } as Record<string, number>;
      await expect(
        tested.client.query({ query: "SELECT 1", format: "JSON", clickhouse_settings }),
      ).rejects.toMatchObject({ code: "115" });
    });

    const failsLate = "SELECT throwIf(number = 2000000, 'boo') AS a FROM numbers(3000000) SETTINGS max_threads = 1";
    test("in the middle of an answer are told to who reads rows", async () => {
      const answer = await tested.client.query({ query: failsLate, format: "JSONEachRow" });
      await expect(answer.json()).rejects.toThrow("boo");
    });

    test("in the middle of an answer never look like its end", async () => {
      const answer = await tested.client.query({ query: failsLate, format: "TabSeparated" });
      await expect(answer.text()).rejects.toThrow();
    });
  });

  describe("inserts", () => {
    test("a body is one block of one part, byte by byte as it was sent", async () => {
      const table = await newTable("one_block");
      await tested.insert(table, block(1, 400_000));
      const parts = await tested.rows("SELECT toUInt32(rows) AS rows FROM system.parts WHERE table = 'one_block'");
      expect(parts).toEqual([{ rows: 400_000 }]);
      const same = await tested.rows(`SELECT DISTINCT hex(text) AS h FROM ${table}`);
      expect(same).toEqual([{ h: "FFFE090A" }]);
    });

    test("a deduplication token holds for its own insert alone", async () => {
      const table = await newTable("tokens");
      await tested.insert(table, block(1, 1_000), "a");
      await tested.insert(table, block(1, 1_000), "a");
      expect(await count(table)).toBe(1_000);
      await tested.insert(table, block(2, 1_000), "17");
      await tested.insert(table, block(3, 1_000));
      await tested.insert(table, block(4, 1_000));
      expect(await count(table)).toBe(4_000);
    });

    test("a body that is cut or damaged leaves no row", async () => {
      const table = await newTable("damaged");
      const body = block(1, 100_000);
      await expect(tested.insert(table, body.subarray(0, body.length - 3))).rejects.toThrow();
      expect(await count(table)).toBe(0);
    });

    test("a caller that leaves in the middle of its body leaves no row", async () => {
      const table = await newTable("left");
      const query = encodeURIComponent(`INSERT INTO ${table} FORMAT RowBinary`);
      const { socketPath } = tested.engine;
      const sending = httpRequest({ socketPath, path: `/?query=${query}`, method: "POST" });
      const gone = new Promise((resolve) => sending.on("error", resolve));
      sending.write(block(1, 10_000));
      sending.destroy(new Error("the caller leaves"));
      await gone;
      await tested.insert(table, block(2, 10));
      expect(await count(table)).toBe(10);
    });

    test("what unpacks to too much is refused", async () => {
      const bomb = gzipSync(Buffer.alloc(600 * 1024 * 1024), { level: 1 });
      const { socketPath } = tested.engine;
      const query = encodeURIComponent("INSERT INTO kubin.none FORMAT RowBinary");
      const status = await new Promise((resolve, reject) => {
        const headers = { "Content-Encoding": "gzip" };
        const sending = httpRequest({ socketPath, path: `/?query=${query}`, method: "POST", headers });
        sending.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
        sending.end(bomb);
      });
      expect(status).toBe(413);
    });
  });

  describe("limits", () => {
    test("a statement ends at its time", async () => {
      const settings = { max_execution_time: 1 };
      const ask = tested.client.query({ query: longQuery, format: "JSON", clickhouse_settings: settings });
      await expect(ask).rejects.toMatchObject({ code: "159" });
    });

    test("a statement ends at its memory", async () => {
      const query = "SELECT groupArray(number) AS a FROM numbers(100000000) FORMAT Null";
      const settings = { max_memory_usage: "100000000" };
      await expect(tested.client.exec({ query, clickhouse_settings: settings })).rejects.toMatchObject({ code: "241" });
    });

    test("who leaves ends the statement, also while it waits for its turn", async () => {
      const leaving = new AbortController();
      const asks = Array.from({ length: 8 }, () =>
        tested.client.query({ query: longQuery, format: "JSONEachRow", abort_signal: leaving.signal }).catch(String),
      );
      const { client } = tested;
      // The reading sessions are all taken, so this asks through the one for changes: nothing but a check.
      await vi.waitFor(async () => expect(await client.ping()).toEqual({ success: true }));
      leaving.abort();
      await Promise.all(asks);
      await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 10_000 });
    });

    test("nothing of a statement that failed comes with the answer to the next one", async () => {
      const leaving = new AbortController();
      const left = Array.from({ length: 3 }, () =>
        tested.client.query({ query: longQuery, format: "JSONCompact", abort_signal: leaving.signal }).catch(String),
      );
      await vi.waitFor(async () => expect(await running()).toBe(3), { timeout: 10_000 });
      leaving.abort();
      await Promise.all(left);
      const query = "SELECT number, throwIf(number = 100000) FROM numbers(200000)";
      const settings = { max_block_size: "1000", max_threads: 1 };
      const failing = Array.from({ length: 4 }, () =>
        tested.client.query({ query, format: "JSONCompact", clickhouse_settings: settings }),
      );
      for (const failed of await Promise.allSettled(failing)) expect(failed.status).toBe("rejected");
      // One for each reading session.
      const next = Array.from({ length: 4 }, async (_, index) => {
        const asked = `SELECT ${index} AS n, sleep(0.2) AS slept`;
        return (await tested.client.query({ query: asked, format: "JSONCompact" })).text();
      });
      const answers = (await Promise.all(next)).map((text) => JSON.parse(text).data);
      expect(answers).toEqual([0, 1, 2, 3].map((index) => [[index, 0]]));
      await vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 10_000 });
    });

    test("a small statement does not wait behind big ones", async () => {
      const leaving = new AbortController();
      const big = Array.from({ length: 3 }, () =>
        tested.client.query({ query: longQuery, format: "JSON", abort_signal: leaving.signal }).catch(String),
      );
      await vi.waitFor(async () => expect(await running()).toBe(3), { timeout: 10_000 });
      expect(await tested.rows("SELECT 1 AS a")).toEqual([{ a: 1 }]);
      expect(await running()).toBe(3);
      leaving.abort();
      await Promise.all(big);
    });
  });

  describe("crashes", () => {
    const crash = async (): Promise<void> => {
      const pid = tested.engine.pid();
      if (pid !== undefined) process.kill(pid, "SIGKILL");
      await vi.waitFor(() => expect([undefined, pid]).not.toContain(tested.engine.pid()), { timeout: 20_000 });
    };

    test("kill -9 in mid-insert keeps each acknowledged chunk whole and no half one", async () => {
      const table = await newTable("crashing");
      const rowsPerChunk = 20_000;
      const acknowledged = new Set<number>();
      for (let round = 0; round < 5; round += 1) {
        const chunks = Array.from({ length: 12 }, (_, index) => round * 12 + index);
        const inserts = chunks.map(async (chunk) => {
          await tested.insert(table, block(chunk, rowsPerChunk), String(chunk)).then(
            () => acknowledged.add(chunk),
            () => undefined,
          );
        });
        // At another moment each round.
        await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(round * 2), {
          interval: 1,
          timeout: 20_000,
        });
        await crash();
        await Promise.all(inserts);
      }
      const query = `SELECT chunk, toUInt32(count()) AS rows, toUInt32(uniqExact(n)) AS lines FROM ${table} GROUP BY chunk`;
      const found = await tested.rows<{ chunk: number; rows: number; lines: number }>(query);
      expect(found.filter(({ rows, lines }) => rows !== rowsPerChunk || lines !== rowsPerChunk)).toEqual([]);
      const there = new Set(found.map(({ chunk }) => chunk));
      expect([...acknowledged].filter((chunk) => !there.has(chunk))).toEqual([]);
      expect(acknowledged.size).toBeGreaterThan(5);
    });

    test("kill -9 in mid-query fails that query and the next one works", async () => {
      for (let round = 0; round < 3; round += 1) {
        const query = tested.rows(longQuery);
        const failed = query.then(
          () => "answered",
          () => "failed",
        );
        await vi.waitFor(async () => expect(await running()).toBe(1), { timeout: 10_000 });
        await crash();
        expect(await failed).toBe("failed");
        expect(await tested.rows("SELECT 1 AS a")).toEqual([{ a: 1 }]);
      }
      expect(tested.errors.length).toBeGreaterThanOrEqual(3);
    });

    test("says UNAVAILABLE while it is away", async () => {
      const pid = tested.engine.pid();
      process.kill(pid ?? 0, "SIGKILL");
      await vi.waitFor(() => expect(() => tested.engine.assertUp()).toThrow("restarted"), { interval: 1 });
      await vi.waitFor(() => expect(() => tested.engine.assertUp()).not.toThrow(), { timeout: 20_000 });
    });
  });
});
