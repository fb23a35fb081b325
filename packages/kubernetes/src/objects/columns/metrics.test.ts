import { describe, expect, it } from "vitest";
import { cellsOf, columnsOf } from "./columns-of.ts";

const pods = { group: "metrics.k8s.io", plural: "pods" };
const nodes = { group: "metrics.k8s.io", plural: "nodes" };

describe("usage", () => {
  it("of a pod is that of its containers together, as kubectl top writes it", () => {
    const object = {
      window: "15s",
      containers: [
        { name: "app", usage: { cpu: "249000001n", memory: "131072Ki" } },
        { name: "proxy", usage: { cpu: "1m", memory: "1Mi" } },
      ],
    };
    expect(columnsOf(pods).map(({ name }) => name)).toEqual(["CPU", "Memory", "Window", "Age"]);
    expect(cellsOf(pods, object)).toEqual(["251m", "129Mi", "15s", null]);
  });

  it("of a node is its own; a whole number of millicores stays what it is", () => {
    expect(cellsOf(nodes, { usage: { cpu: "250m", memory: "2000000000" } }).slice(0, 2)).toEqual(["250m", "1908Mi"]);
  });

  it.each([{}, { usage: null }, { containers: "x" }, { usage: { cpu: "much", memory: { a: 1 } } }, { containers: [] }])(
    "is nothing where %j says nothing",
    (object) => {
      expect(cellsOf(nodes, object).slice(0, 2)).toEqual([null, null]);
    },
  );
});
