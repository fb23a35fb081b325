import { PassThrough } from "node:stream";
import { expect, test, vi } from "vitest";
import { createLiveBlock } from "./live-block.ts";
import { bar } from "./progress-lines.ts";

test("draws over itself at most ten times a second, cut to the width, and leaves the last state", () => {
  vi.useFakeTimers();
  const stderr = new PassThrough();
  const written: string[] = [];
  stderr.on("data", (chunk) => written.push(String(chunk)));
  let count = 0;
  const block = createLiveBlock({ stderr, size: () => ({ columns: 20, rows: 5 }) }, () => [
    `${count} ${"x".repeat(50)}`,
  ]);
  for (; count < 1_000; count++) {
    block.touch();
    vi.advanceTimersByTime(1);
  }
  block.stop();
  block.touch();
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  expect(written.length).toBeGreaterThan(5);
  expect(written.length).toBeLessThanOrEqual(11);
  expect(written[1]).toBe(`\u001b[1A\u001b[0J\r${written[1]?.match(/\d+ x+…/)?.[0]}\n`);
  expect(written.at(-1)).toContain("1000 xxxxxxxxxxxxx…");
});

test.each([
  [0, " ".repeat(20)],
  [0.5, `${"█".repeat(10)}${" ".repeat(10)}`],
  [1, "█".repeat(20)],
  [7, "█".repeat(20)],
])("a bar of %d", (share, text) => expect(bar(share)).toBe(text));
