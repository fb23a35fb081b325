import type { LogLine } from "@kubin/schema";
import { expect, it } from "vitest";
import { foldLines } from "./fold-lines.ts";
import { rowsOf } from "./rows-of.ts";

const line = (pod: string, number: number, message: string): LogLine => ({
  ...{ namespace: "shop", pod, container: "app", source: "current" as const },
  ...{ line: number, level: "info" as const, prefix: "", message },
});

const lines = [
  line("a", 0, "java.lang.IllegalStateException: no"),
  line("b", 7, "ready"),
  line("a", 1, "\tat com.shop.Pay.run(Pay.java:1)"),
  line("b", 8, "  still b"),
  line("a", 2, "\tat com.shop.Main.main(Main.java:1)"),
  line("a", 3, "next"),
  line("a", 9, "\tat com.shop.Lone.frame(Lone.java:1)"),
];

it("folds a stack trace under its head within its own stream, also between lines of others", () => {
  const blocks = foldLines(lines, "first");
  expect(blocks.map(({ line: head, more }) => [head.pod, head.line, more.map((one) => one.line)])).toEqual([
    ["a", 0, [1, 2]],
    ["b", 7, [8]],
    ["a", 3, []],
    // The lines before it are not here: what it goes on with is not known.
    ["a", 9, []],
  ]);
});

it("shows all lines of what is unfolded, one behind the other", () => {
  const [first, ...others] = foldLines(lines, "last");
  const rows = rowsOf(
    [first, ...others].flatMap((block) => block ?? []),
    new Set([first?.key ?? ""]),
  );
  expect(rows.slice(0, 4).map((row) => [row.line.pod, row.line.line, row.inside])).toEqual([
    ["a", 0, false],
    ["a", 1, true],
    ["a", 2, true],
    ["b", 7, false],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

it("keeps the names of blocks while earlier lines come in", () => {
  const late = foldLines(lines.slice(2), "last").map(({ key }) => key);
  const whole = foldLines(lines, "last").map(({ key }) => key);
  expect(late.filter((key) => !whole.includes(key))).toEqual([]);
});
