import { matchesQuery, type ResolvedQuery } from "@kubin/logs";
import { isKubinError, type LogLine } from "@kubin/schema";
import { assert, asyncProperty, sample } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scope } from "../policy/scope.ts";
import type { LogPort, LogPosition, LogSearch } from "../ports/logs.ts";
import { describeFields } from "./log-fields.ts";
import { describeHistogram } from "./log-histogram.ts";
import { anyQuery, anyReading, anyStreams } from "./log-queries.ts";
import { placeOf, queriedLines, sampleChunk, sampleScope, sampleStream } from "./log-samples.ts";

const all: ResolvedQuery = { type: "all" };
const phrase = (text: string): ResolvedQuery => ({ type: "phrase", text });

/** What every body of the log port does; run it against each of them. */
export function describeLogContract(
  name: string,
  open: () => Promise<{ port: LogPort; close(): Promise<void> }>,
): void {
  describe(`log port: ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let port: LogPort;
    const { signal } = new AbortController();
    const web = sampleStream("shop", "web-0");
    const db = sampleStream("shop", "db-0");
    const dns = sampleStream("kube-system", "dns-0");

    beforeAll(async () => {
      opened = await open();
      port = opened.port;
    });
    afterAll(async () => opened.close());

    const search = async (scope: Scope, query: ResolvedQuery, options?: Partial<LogSearch>): Promise<LogLine[]> =>
      (await port.search({ scope, query, order: "file", limit: 1000, signal, ...options })).lines;

    /** All lines, page by page. */
    const paged = async (scope: Scope, order: LogSearch["order"], limit: number): Promise<string[]> => {
      const places: string[] = [];
      for (let after: LogPosition | undefined; ; ) {
        const lines = await search(scope, all, { order, limit, after });
        places.push(...lines.map(placeOf));
        const last = lines.at(-1);
        if (!last || lines.length < limit) return places;
        const { namespace, pod, container, source } = last;
        after = { at: last.at, stream: { namespace, pod, container, source }, line: last.line };
      }
    };

    it("answers a ping", async () => {
      await expect(port.ping()).resolves.toBeUndefined();
    });

    it("gives back each line as it was: number, time to the nanosecond, level, timestamp text and message", async () => {
      const lines = [
        "2021-08-05T12:14:09.409123456+02:00 E0805 10:14:09.409123       1 x.go:1] down",
        "",
        "plain\ttab",
      ];
      const chunk = sampleChunk([{ stream: web, lines }]);
      await port.insert(chunk);
      expect(await port.lines({ scope: sampleScope(chunk), stream: web, from: 0, to: 10, signal })).toEqual([
        {
          ...web,
          line: 0,
          at: "2021-08-05T10:14:09.409123456Z",
          level: "error",
          prefix: "2021-08-05T12:14:09.409123456+02:00 ",
          message: "E0805 10:14:09.409123       1 x.go:1] down",
        },
        { ...web, line: 1, level: "unknown", prefix: "", message: "" },
        { ...web, line: 2, level: "unknown", prefix: "", message: "plain\ttab" },
      ]);
    });

    it("gives lines of one stream by number", async () => {
      const lines = Array.from({ length: 50 }, (_, index) => `line ${index}`);
      const chunk = sampleChunk([
        { stream: web, lines },
        { stream: db, lines },
      ]);
      await port.insert(chunk);
      const found = await port.lines({ scope: sampleScope(chunk), stream: db, from: 10, to: 13, signal });
      expect(found.map(placeOf)).toEqual([10, 11, 12].map((line) => placeOf({ ...db, line })));
      expect(await port.lines({ scope: sampleScope(chunk), stream: db, from: 50, to: 60, signal })).toEqual([]);
    });

    it("stores a chunk once, however often its token comes", async () => {
      const chunk = sampleChunk([{ stream: web, lines: ["a", "b"] }]);
      await port.insert(chunk);
      await port.insert(chunk);
      expect(await port.stored(chunk)).toBe(2);
      await port.insert({ ...sampleChunk([{ stream: db, lines: ["c"] }], chunk), token: "part-1/chunk-1" });
      expect(await port.stored(chunk)).toBe(2 + 1);
    });

    it("stores nothing for a chunk without lines", async () => {
      const chunk = sampleChunk([{ stream: web, lines: [] }]);
      await port.insert(chunk);
      expect(await port.stored(chunk)).toBe(0);
    });

    it("knows whether a line is stored", async () => {
      const chunk = sampleChunk([{ stream: web, lines: ["a", "b"] }]);
      const { snapshotId, retainWeek } = chunk;
      expect(await port.hasLine({ snapshotId, retainWeek, stream: web, line: 0 })).toBe(false);
      await port.insert(chunk);
      expect(await port.hasLine({ snapshotId, retainWeek, stream: web, line: 1 })).toBe(true);
      expect(await port.hasLine({ snapshotId, retainWeek, stream: web, line: 2 })).toBe(false);
      expect(await port.hasLine({ snapshotId, retainWeek, stream: { ...web, source: "previous" }, line: 1 })).toBe(
        false,
      );
    });

    it("orders by time, ties by stream and line, lines without a time last; every page size gives the same", async () => {
      const tie = "2021-08-05T10:14:09.000000001Z ";
      const chunk = sampleChunk([
        { stream: web, lines: [`${tie}a`, `${tie}b`, "no time", `${tie}c`] },
        { stream: dns, lines: [`${tie}d`, "2021-08-05T10:14:09.000000002Z e", "no time either", `${tie}f`] },
      ]);
      await port.insert(chunk);
      const expected = [
        placeOf({ ...dns, line: 1 }),
        ...[0, 3].map((line) => placeOf({ ...dns, line })),
        ...[0, 1, 3].map((line) => placeOf({ ...web, line })),
        placeOf({ ...dns, line: 2 }),
        placeOf({ ...web, line: 2 }),
      ];
      for (const limit of [1, 2, 3, 7, 100]) expect(await paged(sampleScope(chunk), "newest", limit)).toEqual(expected);
      const oldest = [...[0, 3].map((line) => placeOf({ ...dns, line })), ...expected.slice(3, 6)];
      oldest.push(...expected.slice(0, 1), ...expected.slice(6));
      for (const limit of [1, 2, 3, 6, 7, 100])
        expect(await paged(sampleScope(chunk), "oldest", limit)).toEqual(oldest);
    });

    it("orders by stream and line; every page size gives the same", async () => {
      const lines = ["2021-08-05T10:14:09Z a", "b", "2020-08-05T10:14:09Z c"];
      const previous = { ...web, source: "previous" as const };
      const chunk = sampleChunk([web, previous, dns, db].map((stream) => ({ stream, lines })));
      await port.insert(chunk);
      const expected = [dns, db, web, previous].flatMap((stream) =>
        [0, 1, 2].map((line) => placeOf({ ...stream, line })),
      );
      for (const limit of [1, 5, 6, 100]) expect(await paged(sampleScope(chunk), "file", limit)).toEqual(expected);
    });

    it("counts lines and the streams that have one", async () => {
      const chunk = sampleChunk([
        { stream: web, lines: ["Connection refused", "ok", "connection refused"] },
        { stream: db, lines: ["ok"] },
        { stream: dns, lines: ["CONNECTION REFUSED by peer"] },
      ]);
      await port.insert(chunk);
      const scope = sampleScope(chunk);
      expect(await port.count({ scope, query: phrase("connection refused"), signal })).toMatchObject({
        lines: 3,
        streams: 2,
      });
      expect(await port.count({ scope, query: phrase("nowhere"), signal })).toMatchObject({ lines: 0, streams: 0 });
    });

    describeHistogram(() => port);
    describeFields(() => port);

    it("shows a scope its namespaces alone, and nothing without the right to logs", async () => {
      const streams = [web, dns].map((stream) => ({ stream, lines: ["a", "b"] }));
      const chunk = sampleChunk(streams);
      await port.insert(chunk);
      await port.insert(sampleChunk(streams));
      expect(await search(sampleScope(chunk), all)).toHaveLength(4);
      const shop = sampleScope(chunk, { namespaces: ["shop", "other"] });
      expect((await search(shop, all)).map(placeOf)).toEqual([0, 1].map((line) => placeOf({ ...web, line })));
      expect(await search(shop, { type: "or", items: [all, { type: "not", item: all }] })).toHaveLength(2);
      expect(await port.count({ scope: shop, query: all, signal })).toMatchObject({ lines: 2, streams: 1 });
      expect(await port.lines({ scope: shop, stream: dns, from: 0, to: 9, signal })).toEqual([]);
      for (const scope of [sampleScope(chunk, { logs: false }), sampleScope(chunk, { namespaces: [] })]) {
        expect(await search(scope, all)).toEqual([]);
        expect(await port.count({ scope, query: all, signal })).toMatchObject({ lines: 0, streams: 0 });
        const bars = await port.histogram({ scope, query: all, buckets: 10, signal });
        expect(bars).toMatchObject({ buckets: [], untimed: 0 });
        expect(await port.lines({ scope, stream: web, from: 0, to: 9, signal })).toEqual([]);
      }
    });

    it("removes a snapshot and takes it again under a new generation", async () => {
      const streams = [{ stream: web, lines: ["a", "b"] }];
      const chunk = sampleChunk(streams);
      const other = sampleChunk(streams);
      await port.insert(chunk);
      await port.insert(other);
      await port.deleteSnapshot(chunk);
      await port.deleteSnapshot(chunk);
      expect(await port.stored(chunk)).toBe(0);
      expect(await search(sampleScope(chunk), phrase("a"))).toEqual([]);
      await port.insert({ ...chunk, generation: 2 });
      expect(await search(sampleScope(chunk), phrase("a"))).toHaveLength(1);
      expect(await port.stored(chunk)).toBe(2);
      expect(await port.stored(other)).toBe(2);
    });

    it("keeps bytes that are not UTF-8 findable and shows them as U+FFFD", async () => {
      const broken = Uint8Array.from([
        ...new TextEncoder().encode("before "),
        0xff,
        ...new TextEncoder().encode(" After"),
      ]);
      const chunk = sampleChunk([{ stream: web, lines: [broken] }]);
      await port.insert(chunk);
      const [line] = await search(sampleScope(chunk), phrase("after"));
      expect(line?.message).toBe("before \ufffd After");
    });

    it("takes text that looks like SQL for text", async () => {
      const evil = ["'; DROP TABLE log_lines; --", "') OR 1=1 --", "{p0:String}", "100%", "a_b", "\\'", "$1 `y`"];
      const chunk = sampleChunk([{ stream: web, lines: [...evil, "1000", "axb"] }]);
      await port.insert(chunk);
      for (const [line, text] of evil.entries()) {
        const found = await search(sampleScope(chunk), phrase(text));
        expect(found.map((hit) => hit.line)).toEqual([line]);
      }
      const field: ResolvedQuery = { type: "field", field: "pod", pattern: "' OR '1'='1*" };
      expect(await search(sampleScope(chunk), field)).toEqual([]);
    });

    it("stops when the caller left", async () => {
      const chunk = sampleChunk([]);
      const gone = AbortSignal.abort();
      const stopped = await search(sampleScope(chunk), all, { signal: gone }).catch((error: unknown) => error);
      expect(isKubinError(stopped, "CANCELLED")).toBe(true);
    });

    it("finds exactly the lines that the plain meaning of a query says", async () => {
      const [streams = []] = sample(anyStreams, { numRuns: 1, seed: 20210805 });
      const [reading] = sample(anyReading, { numRuns: 1, seed: 20210805 });
      const plain = sampleChunk(streams);
      const chunk = reading?.(plain) ?? plain;
      await port.insert(chunk);
      const lines = queriedLines(chunk);
      await assert(
        asyncProperty(anyQuery, async (query) => {
          const expected = [...lines].filter(([, line]) => matchesQuery(query, line)).map(([place]) => place);
          const found = (await search(sampleScope(chunk), query)).map(placeOf);
          expect(found.sort()).toEqual(expected.sort());
          expect(await port.count({ scope: sampleScope(chunk), query, signal })).toMatchObject({
            lines: expected.length,
          });
        }),
        { numRuns: 200 },
      );
    });
  });
}
