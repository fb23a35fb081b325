import stringWidth from "string-width";
import { expect, test } from "vitest";
import { formatTable } from "./format-table.ts";

const columns = [{ title: "NAME" }, { title: "COUNT", right: true }, { title: "MESSAGE", shrinks: "end" as const }];

test("columns line up, numbers at the right, wide characters counted", () => {
  const text = formatTable({
    columns,
    rows: [
      ["日本", "5", "a"],
      ["web", "1,234", "b"],
    ],
  });
  expect(text).toBe("NAME   COUNT   MESSAGE\n日本       5   a\nweb    1,234   b\n");
});

test("what may shrink is cut until a line fits; what may not is whole", () => {
  const name = "a-pod-with-a-long-name-7d9f";
  const text = formatTable({ columns, rows: [[name, "1", "x".repeat(200)]], width: 80 });
  for (const line of text.trimEnd().split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  expect(text).toContain(name);
  expect(text).toContain("x…");
});

test("names give way last, and keep their ends", () => {
  const some = [
    { title: "NAME", shrinks: "middle" as const },
    { title: "STATUS" },
    { title: "MESSAGE", shrinks: "end" as const },
  ];
  const rows = [["checkout-backend-7d9f8b6c5d-x2kqz", "CrashLoopBackOff", "back-off 5m0s restarting failed container"]];
  const lines = formatTable({ columns: some, rows, width: 50 }).trimEnd().split("\n");
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(50);
  expect(lines[1]).toMatch(/^checko\S*…\S*kqz {3}CrashLoopBackOff {3}back-off 5m…$/);
});

test("without a width nothing is cut", () => {
  expect(formatTable({ columns, rows: [["a", "1", "x".repeat(500)]] })).toContain("x".repeat(500));
});

test("captured text cannot break a row or drive a terminal", () => {
  const text = formatTable({ columns, rows: [["a", "1", "one\ntwo\u001b[31m"]] });
  expect(text.split("\n")).toHaveLength(3);
  expect(text).toContain("one^Jtwo^[[31m");
});
