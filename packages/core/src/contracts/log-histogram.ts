import type { ResolvedQuery } from "@kubin/logs";
import type { LogHistogram } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import type { LogBars, LogPort } from "../ports/logs.ts";
import { sampleChunk, sampleScope, sampleStream } from "./log-samples.ts";

const all: ResolvedQuery = { type: "all" };
const atMs = (ms: number): string => new Date(Date.UTC(2021, 7, 5, 10) + ms).toISOString();

/** Lines over time: counted by level, in bars of equal length, told apart from lines without a time. */
export function describeHistogram(port: () => LogPort): void {
  describe("histogram", () => {
    const web = sampleStream("shop", "web-0");
    const dns = sampleStream("kube-system", "dns-0");
    const chunk = sampleChunk([
      {
        stream: web,
        lines: [
          "no time, error",
          `${atMs(0)} error: a`,
          `${atMs(999)} b`,
          `${atMs(1000)} error: c`,
          "no time",
          `${atMs(4000)} d`,
        ],
      },
      { stream: dns, lines: [`${atMs(500)} error: e`] },
    ]);
    const bars = (options: Partial<LogBars>): Promise<LogHistogram> =>
      port().histogram({
        scope: sampleScope(chunk),
        query: all,
        buckets: 4,
        signal: new AbortController().signal,
        ...options,
      });

    it("counts by level from the first to the last line with a time, which is in the last bar", async () => {
      await port().insert(chunk);
      const { tookMs: _, ...found } = await bars({});
      expect(found).toEqual({
        from: atMs(0),
        to: atMs(4001),
        bucketMs: 1001,
        buckets: [
          { at: atMs(0), lines: 4, levels: { unknown: 1, error: 3 }, firstLine: 0 },
          { at: atMs(3003), lines: 1, levels: { unknown: 1 }, firstLine: 5 },
        ],
        untimed: 2,
      });
    });

    it("counts what lies in a span: its begin is inside, its end is not", async () => {
      await port().insert(chunk);
      const span = { from: Date.parse(atMs(500)), to: Date.parse(atMs(4000)), buckets: 7 };
      const found = await bars(span);
      expect(found).toMatchObject({ from: atMs(500), to: atMs(4000), bucketMs: 500, untimed: 2 });
      expect(found.buckets.map(({ at, lines, firstLine }) => [at, lines, firstLine])).toEqual([
        [atMs(500), 2, 0],
        [atMs(1000), 1, 3],
      ]);
    });

    it("counts the lines of a query and of a scope alone", async () => {
      await port().insert(chunk);
      const errors = await bars({ query: { type: "word", word: "error" }, buckets: 500 });
      expect(errors.buckets.map(({ lines }) => lines)).toEqual([1, 1, 1]);
      expect(errors).toMatchObject({ from: atMs(0), to: atMs(1001), untimed: 1 });
      const scope = sampleScope(chunk, { namespaces: ["kube-system"] });
      expect(await bars({ scope })).toMatchObject({ from: atMs(500), to: atMs(501), bucketMs: 1, untimed: 0 });
    });

    it("takes any span, also one outside of what it can store, backwards, or without a line", async () => {
      await port().insert(chunk);
      const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
      const ever = await bars({ ...span("0001-01-01", "9999-12-31"), buckets: 1 });
      expect(ever.buckets).toMatchObject([{ at: "0001-01-01T00:00:00.000Z", lines: 5 }]);
      expect((await bars(span("2022-01-01", "2021-01-01"))).buckets).toEqual([]);
      expect((await bars(span("2022-01-01", "2023-01-01"))).buckets).toEqual([]);
      const nothing = await bars({ query: { type: "not", item: all } });
      expect(nothing).toMatchObject({ buckets: [], untimed: 0 });
      expect(nothing.from).toBeUndefined();
    });
  });
}
