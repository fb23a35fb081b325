import { describe, expect, it } from "vitest";
import { packAll } from "./fixtures/pack-all.ts";
import { treeSource } from "./fixtures/tree-source.ts";

const pods = JSON.stringify([{ metadata: { name: "p", namespace: "a" } }]);

describe("the analysis of a support bundle", () => {
  it("is among the facts, within bounds", async () => {
    const results = [
      {
        name: "node.count",
        labels: {},
        insight: { name: "node.count", primary: "Node count", detail: "Requires 3 nodes", severity: "error" },
        severity: "error",
        error: "Requires 3 nodes",
      },
      { name: "broken", insight: null, error: "analyzer failed" },
      {
        insight: {
          name: "x".repeat(400),
          primary: "t".repeat(2000),
          detail: "d".repeat(9000),
          severity: "s".repeat(30),
        },
        involvedObject: { apiVersion: "v1", kind: "Pod", namespace: "a", name: "p" },
      },
      "no result",
    ];
    const files = { "cluster-resources/nodes.json": "[]", "analysis.json": JSON.stringify(results) };
    const { manifest } = await packAll(treeSource(files));
    expect(manifest.facts.analysis).toEqual([
      { severity: "error", name: "node.count", title: "Node count", detail: "Requires 3 nodes" },
      { severity: "error", name: "broken", title: "broken", detail: "analyzer failed" },
      {
        severity: "s".repeat(20),
        name: "x".repeat(253),
        title: "t".repeat(1000),
        detail: "d".repeat(4000),
        object: { kind: "Pod", namespace: "a", name: "p" },
      },
    ]);
  });

  it.each(["{}", "[[]]", "null", "[", '[{"insight":7,"severity":[]}]'])("does not stop the rest: %s", async (text) => {
    const files = { "cluster-resources/pods/a.json": pods, "analysis.json": text };
    expect((await packAll(treeSource(files))).records.length).toBe(1);
  });
});
