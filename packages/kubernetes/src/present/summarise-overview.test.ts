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
      since: "2026-11-23T10:14:00Z",
      lastRestartAt: "2026-11-23T10:41:00Z",
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
  duplicatesTotal: 0,
  redactions: [{ rule: "secret-data", namespace: "shop", count: 3 }],
  analysis: [],
  analysisTotal: 0,
});

it("tells what fails, what warned and what is missing, and lets no captured text become markup", () => {
  const summary = summariseOverview(overview);
  expect(summary).toContain("# prod-eu-1\n");
  expect(summary).toContain("2,318 objects of 61 types");
  expect(summary).toContain("**Pod shop/checkout** (3 pods): CrashLoopBackOff: app exited 137 \\# not a heading");
  expect(summary).not.toContain("![x]");
  expect(summary).toContain("(for 30m; 14 restarts, last 3m before capture; 24h old)");
  expect(summary).toContain("… and 4 more");
  expect(summary).toContain("40 × **BackOff** (Pod on 2 objects)");
  expect(summary).toContain("forbidden: secrets in data. Listing was refused.");
  expect(summary).toContain("3 values were taken out");
});

it("says of what is only to be looked at no more than that it does not fail", () => {
  const claim = { group: "", version: "v1", kind: "PersistentVolumeClaim", plural: "persistentvolumeclaims" };
  const pending = {
    ...claim,
    namespace: "shop",
    name: "data",
    health: "warning" as const,
    reason: "Pending: not bound",
  };
  const attention = [{ ...pending, count: 1, restarts: 0 }];
  const summary = summariseOverview({ ...overview, attention, attentionTotal: 1 });
  expect(summary).toContain("## Not failing, but look at it (1)\n\n- **PersistentVolumeClaim shop/data**");
});

it("tells what nodes are asked for, which certificates end, and where to look, when that is known", () => {
  const node = { name: "n1", health: "ok" as const, reason: "", pods: 7 };
  const amounts = (cpu: number, memory: number) => ({ cpu, memory });
  const [requests, limits] = [amounts(1, 256), amounts(3, 0)];
  const allocatable = { ...amounts(2, 1024), pods: 110 };
  const holder = { group: "", kind: "ConfigMap", plural: "configmaps", namespace: "shop", name: "ca", at: "data" };
  const certificate = { ...holder, objects: 1, others: [] };
  const summary = summariseOverview(
    {
      ...overview,
      nodes: [
        { ...node, group: "", version: "v1", kind: "Node", plural: "nodes", namespace: "", labels: {}, cells: [] },
      ],
    },
    {
      link: "https://kubin.example.com/s/3fZq9m2R",
      nodes: {
        items: [
          { ...node, allocatable, requests, limits },
          { ...node, name: "n2 <b>", health: "failing", reason: "NotReady", requests, limits },
        ],
        total: 3,
        unassigned: 0,
      },
      certificates: {
        items: [
          { ...certificate, subject: "CN=<img src=x>", notAfter: "2026-11-20T10:44:00Z" },
          { ...certificate, objects: 35, subject: "CN=b", notAfter: "2026-12-03T10:44:00Z" },
          { ...certificate, subject: "CN=later", notAfter: "2030-12-03T10:44:00Z" },
        ],
        total: 3,
        expired: 1,
        soon: 1,
      },
    },
  );
  expect(summary).toMatch(/^# prod-eu-1\n\n<https:\/\/kubin\.example\.com\/s\/3fZq9m2R>\n\ncaptured /);
  expect(summary).toContain("- n1: cpu requests 50 %, limits 150 %; memory requests 25 %, limits 0 %; 7 of 110 pods");
  expect(summary).toContain("- n2 \\<b\\>: NotReady; 7 pods");
  expect(summary).toContain("- … and 1 more");
  expect(summary).toContain("## Certificates that end (2)");
  expect(summary).toContain("(CN=\\<img src=x\\>): expired 3 d before capture, 2026-11-20 10:44 UTC");
  expect(summary).toContain("- **ConfigMap shop/ca** and 34 more (CN=b): ends in 10 d");
  expect(summary).not.toContain("CN=later");
});

it("counts no copy among what was not captured, and names none", () => {
  const copy = { kind: "duplicate" as const, what: "a/b/pods.yaml", namespace: "shop", detail: "The same.", count: 1 };
  const some = summariseOverview({ ...overview, coverage: [...overview.coverage, copy], duplicatesTotal: 1 });
  expect(some).toContain("## Not captured (1)\n\n- forbidden: secrets");
  expect(some).not.toContain("pods.yaml");
  const none = summariseOverview({ ...overview, coverage: [copy], coverageTotal: 0, duplicatesTotal: 1 });
  expect(none).toContain("## Everything that was asked for was captured\n");
  expect(none).not.toMatch(/Not captured|pods\.yaml/);
});

it("quotes what the person who captured said, as text", () => {
  const remark = { note: "checkout answers 502\n# since ![x](http://evil)", labels: { ticket: "OPS-123", by: "<b>" } };
  const summary = summariseOverview({ ...overview, remark });
  expect(summary).toContain(
    "\n\n> checkout answers 502 \\# since \\!\\[x\\](http://evil)\n\n> ticket=OPS-123 · by=\\<b\\>\n",
  );
});

it("takes only a web address for a link", () => {
  expect(summariseOverview(overview, { link: "javascript:alert(1)" })).not.toContain("javascript");
  expect(summariseOverview(overview, { link: "https://x/> ![y](z)" })).not.toContain("![y]");
});
