import type { LineField } from "@kubin/logs";
import { assert, asyncProperty, constantFrom, integer, sample } from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogChunk, LogPort, LogPosition, LogRow, LogSearch } from "../ports/logs.ts";
import { anyQuery, anyStreams } from "./log-queries.ts";
import { placeOf, sampleChunk, sampleRow, sampleScope, sampleStream } from "./log-samples.ts";

const all = { type: "all" } as const;
const { signal } = new AbortController();

/** A chunk of one stream whose lines have these fields. */
function chunkOf(lines: readonly (readonly LineField[])[]): LogChunk {
  const chunk = sampleChunk([]);
  const rows = lines.map((fields, line): LogRow => ({ ...sampleRow(`line ${line}`, line), fields }));
  return { ...chunk, streams: [{ stream: sampleStream("shop", "web-0"), rows }] };
}

/** What was read of lines: kept, counted by value and by name. And pages: backwards, and as bytes. */
export function describeFields(port: () => LogPort): void {
  describe("fields and pages", () => {
    it("gives back what was read of a line, to whom asks", async () => {
      const fields = [
        ["status", "503"],
        ["üñ 'x'", 'a "b"\t\\ {p0:String}'],
        ["empty", ""],
      ] as const;
      const chunk = chunkOf([fields, []]);
      const [first, second] = chunk.streams[0]?.rows ?? [];
      if (!first || !second) throw new Error("two rows");
      const rows = [
        { ...first, format: "json", timeSource: "line-year" as const },
        { ...second, continues: true },
      ];
      await port().insert({ ...chunk, streams: chunk.streams.map((one) => ({ ...one, rows })) });
      const search = { scope: sampleScope(chunk), query: all, order: "file" as const, limit: 10, signal };
      const asked = (await port().search({ ...search, fields: true })).lines;
      expect(asked).toMatchObject([
        { format: "json", timeSource: "line-year", fields: Object.fromEntries(fields) },
        { format: "text", timeSource: "none", fields: {}, continues: true },
      ]);
      expect(asked[0]).not.toHaveProperty("continues");
      const [plain] = (await port().search(search)).lines;
      expect(plain).not.toHaveProperty("fields");
    });

    it("counts values of columns and attributes, the most frequent first, all in one answer", async () => {
      const status = (value: string) => [["status", value]] as const;
      const chunk = chunkOf([status("200"), status("503"), status("200"), status("404"), [], status("")]);
      await port().insert(chunk);
      const search = { scope: sampleScope(chunk), query: all, signal };
      const asked = await port().facets({ ...search, fields: ["status", "pod", "level", "none of them"], limit: 2 });
      expect(asked).toMatchObject({
        lines: 6,
        facets: [
          {
            field: "status",
            values: [
              { value: "200", lines: 2 },
              { value: "404", lines: 1 },
            ],
            ...{ others: 1, without: 2 },
          },
          { field: "pod", values: [{ value: "web-0", lines: 6 }], others: 0, without: 0 },
          { field: "level", values: [{ value: "unknown", lines: 6 }], others: 0, without: 0 },
          { field: "none of them", values: [], others: 0, without: 6 },
        ],
      });
      const narrow = { ...search, query: { type: "phrase" as const, text: "line 3" } };
      expect(await port().facets({ ...narrow, fields: ["status"], limit: 2 })).toMatchObject({
        lines: 1,
        facets: [{ values: [{ value: "404", lines: 1 }], others: 0, without: 0 }],
      });
      const blind = { ...search, scope: sampleScope(chunk, { logs: false }) };
      expect(await port().facets({ ...blind, fields: ["status"], limit: 2 })).toMatchObject({
        lines: 0,
        facets: [{ field: "status", values: [], others: 0, without: 0 }],
      });
    });

    it("names the attributes that lines have, the most frequent first", async () => {
      const chunk = chunkOf([
        [["b", "1"]],
        [
          ["a", "1"],
          ["b", "2"],
        ],
        [["c", ""]],
      ]);
      await port().insert(chunk);
      const search = { scope: sampleScope(chunk), query: all, signal };
      expect((await port().fields({ ...search, limit: 2 })).fields).toEqual([
        { name: "b", lines: 2 },
        { name: "a", lines: 1 },
      ]);
      expect((await port().fields({ ...search, scope: sampleScope(chunk, { logs: false }), limit: 2 })).fields).toEqual(
        [],
      );
    });

    it("gives pages backwards as the forward ones read from their end", async () => {
      const [streams] = sample(anyStreams, { numRuns: 1, seed: 3 });
      const chunk = sampleChunk(streams ?? []);
      await port().insert(chunk);
      const scope = sampleScope(chunk);
      const search = { scope, query: all, limit: 1000, signal };
      const orders = (["newest", "oldest", "file"] as const).map(async (order) => {
        const { lines } = await port().search({ ...search, order });
        return [order, lines.map(positionOf)] as const;
      });
      const positions = new Map(await Promise.all(orders));
      await assert(
        asyncProperty(
          constantFrom<LogSearch["order"]>("newest", "oldest", "file"),
          integer({ min: 0, max: 150 }),
          integer({ min: 1, max: 50 }),
          async (order, at, limit) => {
            const known = positions.get(order) ?? [];
            const { lines } = await port().search({ ...search, order, limit, back: true, after: known[at] });
            expect(lines.map((line) => placeOf(line))).toEqual(
              known
                .slice(Math.max(0, at - limit), at)
                .toReversed()
                .map(({ stream, line }) => placeOf({ ...stream, line })),
            );
          },
        ),
        { numRuns: 60 },
      );
    });

    it("gives the bytes of the lines that match, page by page", async () => {
      const [streams] = sample(anyStreams, { numRuns: 1, seed: 4 });
      const chunk = sampleChunk(streams ?? []);
      await port().insert(chunk);
      const scope = sampleScope(chunk);
      const stored = chunk.streams.flatMap(({ stream, rows }) => rows.map((row) => ({ stream, row })));
      for (const query of [all, ...sample(anyQuery, { numRuns: 15, seed: 5 })]) {
        const wanted = (await port().search({ scope, query, order: "file", limit: 1000, signal })).lines.map((line) => {
          const found = stored.find(({ stream, row }) => placeOf({ ...stream, line: row.line }) === placeOf(line));
          return Buffer.concat([found?.row.prefix ?? Buffer.of(), found?.row.message ?? Buffer.of()]).toString("hex");
        });
        const read: string[] = [];
        for (let after: LogPosition | undefined; ; ) {
          const page = await port().rawLines({ scope, query, limit: 17, after, signal });
          read.push(...page.lines.map((line) => Buffer.from(line).toString("hex")));
          after = page.last;
          if (after === undefined) break;
        }
        expect(read).toEqual(wanted);
      }
    });
  });
}

function positionOf(line: LogPosition["stream"] & { at?: string | undefined; line: number }): LogPosition {
  const { namespace, pod, container, source } = line;
  return { at: line.at, stream: { namespace, pod, container, source }, line: line.line };
}
