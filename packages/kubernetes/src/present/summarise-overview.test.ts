import { Overview } from "@kubin/schema";
import { expect, it } from "vitest";
import { summariseOverview } from "./summarise-overview.ts";

const overview = Overview.parse({
  snapshot: {
    id: "0199a8a0-0000-7000-8000-000000000001",
    state: "COMPLETED",
    partial: true,
    name: "must-gather.tar.gz",
    cluster: { name: "prod-eu-1" },
    kubernetesVersion: "v1.34.4",
    capturedAt: "2026-11-23T10:44:00Z",
    createdAt: "2026-11-23T11:00:00Z",
    expiresAt: "2026-11-30T11:00:00Z",
    layout: "must-gather",
    progress: { partsKnown: 1, partsStored: 1, partsIndexed: 1, partsFailed: 0, bytesStored: 1 },
    counts: { objects: 2318, types: 61, namespaces: 4, events: 3, logStreams: 2, logLines: 100 },
    gaps: 1,
    redactions: 3,
  },
  failing: [
    {
      group: "",
      version: "v1",
      kind: "Pod",
      plural: "pods",
      namespace: "shop",
      name: "checkout",
      health: "failing",
      reason: "CrashLoopBackOff: app exited 137\n# not a heading ![x](http://evil)",
      createdAt: "2026-11-22T10:44:00Z",
      count: 3,
      restarts: 14,
    },
  ],
  failingTotal: 5,
  attention: [],
  attentionTotal: 0,
  warnings: [{ reason: "BackOff", kind: "Pod", count: 40, objects: 2, sample: "Back-off", namespaces: ["shop"] }],
  warningsTotal: 1,
  nodes: [],
  nodeColumns: [],
  coverage: [{ kind: "forbidden", what: "secrets", namespace: "data", detail: "Listing was refused.", count: 1 }],
  coverageTotal: 1,
  redactions: [{ rule: "secret-data", namespace: "shop", count: 3 }],
  analysis: [],
  analysisTotal: 0,
});

it("tells what fails, what warned and what is missing, and lets no captured text become markup", () => {
  const summary = summariseOverview(overview);
  expect(summary).toContain("# prod-eu-1\n");
  expect(summary).toContain("2,318 objects of 61 types");
  expect(summary).toContain("**Pod shop/checkout** ×3: CrashLoopBackOff: app exited 137 \\# not a heading");
  expect(summary).not.toContain("![x]");
  expect(summary).toContain("24h old");
  expect(summary).toContain("… and 4 more");
  expect(summary).toContain("40 × **BackOff** (Pod on 2 objects)");
  expect(summary).toContain("forbidden: secrets in data. Listing was refused.");
  expect(summary).toContain("3 values were taken out");
});
