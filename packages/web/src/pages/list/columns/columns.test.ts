import { describe, expect, it } from "vitest";
import { columnWidths } from "../../../table/column-widths.ts";
import { noChoice, parseChoice, withColumn, withLabel } from "./column-choice.ts";
import type { ListColumn } from "./list-column.ts";
import { listColumns } from "./list-columns.ts";
import { visibleColumns } from "./visible-columns.ts";

const columns = listColumns({
  columns: [
    { name: "Ready", type: "text", wide: false },
    { name: "Status", type: "text", wide: false },
    { name: "Restarts", type: "number", wide: false },
    { name: "Age", type: "age", wide: false },
    { name: "IP", type: "text", wide: true },
    { name: "Nominated Node", type: "text", wide: true },
  ],
  namespaced: true,
  usage: [],
  labels: [],
});

function visible(roomPx: number, choice = noChoice): string {
  const roomOf = ({ id }: ListColumn) => ({ minPx: 50, goodPx: 100, maxPx: 100, empty: id === "nominatednode" });
  return visibleColumns({ columns, choice, roomPx, roomOf })
    .map(({ id }) => id)
    .join(" ");
}

describe("the columns of a list", () => {
  it("are those of kubectl get, wide ones where they fit and say something", () => {
    expect(visible(0)).toBe("name namespace ready status restarts age why");
    expect(visible(2_000)).toBe("name namespace ready status restarts age ip why");
    expect(visible(750)).toBe("name namespace ready status restarts age why");
  });

  it("have the node of pods before other wide ones, and the reasons make room for it", () => {
    const pods = listColumns({
      columns: [
        { name: "Status", type: "text", wide: false },
        { name: "IP", type: "text", wide: true },
        { name: "Node", type: "text", wide: true },
      ],
      namespaced: false,
      usage: [],
      labels: [],
    });
    const roomOf = ({ id }: ListColumn) => ({ minPx: 50, goodPx: id === "why" ? 300 : 100, maxPx: 300, empty: false });
    const shown = (roomPx: number) => visibleColumns({ columns: pods, choice: noChoice, roomPx, roomOf });
    const ids = (roomPx: number) =>
      shown(roomPx)
        .map(({ id }) => id)
        .join(" ");
    expect(ids(340)).toBe("name status why");
    expect(ids(350)).toBe("name status node why");
    expect(ids(600)).toBe("name status node why");
    expect(ids(700)).toBe("name status ip node why");
  });

  it("give way where the room is small, what tells most last", () => {
    expect(visible(320)).toBe("name namespace ready status restarts why");
    expect(visible(200)).toBe("name namespace status why");
    expect(visible(10)).toBe("name status why");
  });

  it("follow the reader's choice whatever room there is", () => {
    const chosen = withColumn(withColumn(noChoice, "nominatednode", true), "age", false);
    expect(visible(10, chosen)).toBe("name status nominatednode why");
    expect(visible(0, withColumn(noChoice, "name", false))).toContain("name");
  });

  it("have ids of their own, also where a custom resource repeats a name", () => {
    const twice = listColumns({
      columns: [
        { name: "Name", type: "text", wide: false },
        { name: "Ready Nodes", type: "number", wide: false },
      ],
      namespaced: false,
      usage: [],
      labels: ["name"],
    });
    expect(twice.map(({ id }) => id)).toEqual(["name", "name-2", "readynodes", "label/name", "why"]);
  });
});

describe("what was remembered of a choice", () => {
  it("is read back as it was written", () => {
    const choice = withLabel(withColumn(noChoice, "ip", true), "app", true);
    expect(parseChoice(JSON.stringify(choice))).toEqual({ hidden: [], shown: ["ip"], labels: ["app"] });
  });

  it.each([
    undefined,
    "",
    "null",
    "[]",
    "{",
    '{"hidden":"x","shown":{"a":1}}',
    '{"__proto__":{"labels":["x"]}}',
    JSON.stringify({ hidden: [1, null, "", "x".repeat(400), "name"] }),
  ])("is nothing where %j stands", (text) => {
    expect(parseChoice(text)).toEqual(noChoice);
  });

  it("is bounded", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `label-${at}`);
    const { hidden, labels } = parseChoice(JSON.stringify({ hidden: many, labels: many }));
    expect([hidden.length, labels.length]).toEqual([60, 10]);
  });
});

describe("widths", () => {
  const why = { minPx: 100, goodPx: 400, maxPx: "rest" as const };
  const plain = { minPx: 50, goodPx: 100, maxPx: 200 };
  const wide = { minPx: 50, goodPx: 200, maxPx: 200, yields: true };

  it("give what tells why its room before wide columns get theirs", () => {
    expect(columnWidths([plain, wide, why], 550)).toEqual([100, 50, 400]);
    expect(columnWidths([plain, wide, why], 700)).toEqual([100, 200, 400]);
    expect(columnWidths([plain, wide, why], 1_000)).toEqual([200, 200, 600]);
  });

  it("never go below the least, and read well where the room is not known", () => {
    expect(columnWidths([plain, wide, why], 100)).toEqual([50, 50, 100]);
    expect(columnWidths([plain, wide, why], 0)).toEqual([100, 200, 400]);
  });
});
