import type { Cell } from "@kubin/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListColumn, ListColumnType } from "../columns/list-column.ts";
import type { KindRow } from "../rows/kind-row.ts";
import { nextSort, sortOf } from "./sort-of.ts";
import { sortRows } from "./sort-rows.ts";

function sorted(cells: readonly Cell[], type: ListColumnType = "text", down = false): Cell[] {
  return sortRows(rowsOf(cells), column(type), down).map(({ cells: [cell] }) => cell ?? null);
}

function rowsOf(cells: readonly Cell[]): KindRow[] {
  return cells.map((cell, at) => ({
    key: String(at),
    namespace: "",
    name: String(at),
    health: "ok",
    reason: "",
    labels: {},
    cells: [cell],
    text: "",
  }));
}

function column(type: ListColumnType): ListColumn {
  return { id: "x", name: "X", type, wide: false, value: (row) => row.cells[0] ?? null };
}

describe("the order of a column", () => {
  it.each<[string, Cell[]]>([
    ["texts naturally", ["web-1", "Web-2", "web-10", "web-10a"]],
    ["numbers in texts", ["9", "10 (5m ago)", "100"]],
    ["shares", ["0/1", "1/1", "3/3"]],
    ["quantities", ["100m", "250m", "1", "1Ki", "1Mi", "1Gi"]],
    ["spans of time", ["30s", "5m", "4h1m", "2d"]],
  ])("has %s in order", (_, cells) => {
    expect(sorted([...cells].reverse())).toEqual(cells);
  });

  it("is that of words as soon as one cell is no number", () => {
    expect(sorted(["10m", "<unknown>", "5"])).toEqual(["5", "10m", "<unknown>"]);
  });

  it("has the youngest first, and the oldest first the other way", () => {
    const [old, young] = ["2026-01-01T00:00:00Z", "2026-11-01T00:00:00Z"];
    expect(sorted([old, young], "age")).toEqual([young, old]);
    expect(sorted([young, old], "age", true)).toEqual([old, young]);
  });

  it("leaves what says nothing to the end either way", () => {
    expect(sorted([null, 2, "", 1], "number")).toEqual([1, 2, null, ""]);
    expect(sorted([null, 1, "<none>", 2], "number", true)).toEqual([2, 1, null, "<none>"]);
  });

  it("keeps the order before among equals, and loses and makes up nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), fc.boolean(), (cells, down) => {
        const rows = rowsOf(cells);
        const result = sortRows(rows, column("number"), down);
        const expected = rows.toSorted((one, other) => {
          const [a, b] = [Number(one.cells[0]), Number(other.cells[0])];
          return down ? b - a : a - b;
        });
        expect(result).toEqual(expected);
      }),
    );
  });
});

describe("clicks on a head", () => {
  const name = { id: "name", type: "text" } as const;
  const restarts = { id: "restarts", type: "number" } as const;

  it("go one way, the other, and back to trouble first", () => {
    const up = nextSort(undefined, name);
    const down = nextSort(up, name);
    expect([up, down, nextSort(down, name)]).toEqual([
      { by: "name", down: false },
      { by: "name", down: true },
      undefined,
    ]);
  });

  it("begin with the most where there is a most", () => {
    expect(nextSort({ by: "name", down: false }, restarts)).toEqual({ by: "restarts", down: true });
  });

  it("are in the URL, also as older links have it", () => {
    expect(sortOf({ sort: "-restarts" })).toEqual({ by: "restarts", down: true });
    expect(sortOf({ order: "name" })).toEqual({ by: "name", down: false });
    expect(sortOf({})).toBeUndefined();
  });
});
