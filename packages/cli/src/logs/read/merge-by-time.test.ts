import type { LogLine } from "@kubin/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeByTime } from "./merge-by-time.ts";
import { type PlacedLine, placed } from "./placed-line.ts";

const second = (at: number) => `2026-01-01T00:00:${String(at).padStart(2, "0")}.000000000Z`;

/** Seconds of the lines of a stream; null: the line has no time. */
type Seconds = readonly (number | null)[];

const linesOf = (pod: number, seconds: Seconds): LogLine[] =>
  seconds.map((at, line) => ({
    namespace: "shop",
    pod: `web-${pod}`,
    container: "app",
    source: "current",
    line,
    ...(at !== null && { at: second(at) }),
    level: "info",
    message: `${line}`,
    prefix: "",
  }));

async function* pagesOf(lines: LogLine[], size: number): AsyncGenerator<LogLine[]> {
  for (let from = 0; from < lines.length; from += size) yield lines.slice(from, from + size);
}

async function merged(streams: readonly Seconds[], size: number): Promise<string[]> {
  const all: string[] = [];
  const pages = streams.map((seconds, pod) => placed(pagesOf(linesOf(pod, seconds), size)));
  for await (const some of mergeByTime(pages)) all.push(...some.map(nameOf));
  return all;
}

const nameOf = ({ line }: PlacedLine) => `${line.pod}#${line.line}`;

/** The rule, plainly: by the latest time that the stream has reached, then by stream, then by line. */
function sorted(streams: readonly Seconds[]): string[] {
  const all = streams.flatMap((seconds, pod) => {
    let reached = "";
    return linesOf(pod, seconds).map((line) => {
      if (line.at !== undefined && line.at > reached) reached = line.at;
      return { line, time: reached, pod };
    });
  });
  return all
    .sort((a, b) => (a.time === b.time ? a.pod - b.pod || a.line.line - b.line.line : a.time < b.time ? -1 : 1))
    .map(nameOf);
}

const stream = fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 4 }), { maxLength: 30 });
test("is what a plain sort gives, whatever the pages, even where times go back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stream, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), async (streams, size) => {
      expect(await merged(streams, size)).toEqual(sorted(streams));
    }),
  );
});

test("a line without a time follows the line before it; the first ones come first", async () => {
  expect(
    await merged(
      [
        [1, null, 5],
        [null, 2, 3],
      ],
      2,
    ),
  ).toEqual(["web-1#0", "web-0#0", "web-0#1", "web-1#1", "web-1#2", "web-0#2"]);
});

test("a reader who leaves ends what is read", async () => {
  let ended = 0;
  const endless = async function* (): AsyncGenerator<PlacedLine[]> {
    try {
      for (const [line] of [linesOf(0, [1])]) for (;;) yield line === undefined ? [] : [{ line, time: line.at ?? "" }];
    } finally {
      ended += 1;
    }
  };
  for await (const _ of mergeByTime([endless(), endless()])) break;
  expect(ended).toBe(2);
});
