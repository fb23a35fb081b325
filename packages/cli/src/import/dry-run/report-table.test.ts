import { expect, test } from "vitest";
import { openFakeIo } from "../../fixtures/fake-io.ts";
import { DryRunReport } from "./report.ts";
import { reportTable } from "./report-table.ts";

test("what the bundle holds twice has a table of its own, beside what is missing", () => {
  const gap = { what: "b/pods.yaml", namespace: "shop", detail: "Told.", count: 2 };
  const report = DryRunReport.parse({
    name: "small",
    layout: "must-gather",
    root: "",
    objects: 1,
    logLines: 0,
    documents: 0,
    bytes: 1,
    parts: [],
    redactions: [],
    examples: [],
    withheld: [],
    coverage: [
      { ...gap, kind: "duplicate" },
      { ...gap, kind: "cut", count: 1 },
    ],
    truncated: false,
  });
  const text = reportTable(openFakeIo().io, report);
  expect(text).toMatch(/Not got \(1\)\nWHY.*\ncut /);
  expect(text).toMatch(/Held twice \(2\)\nWHY.*\nduplicate /);
});
