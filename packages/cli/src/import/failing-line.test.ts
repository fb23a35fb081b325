import { Overview } from "@kubin/schema";
import { expect, test } from "vitest";
import { failingLine } from "./failing-line.ts";

const at = "2026-01-01T00:00:00Z";
const counts = { objects: 0, types: 0, namespaces: 0, events: 0, logStreams: 0, logLines: 0 };
const snapshot = {
  id: "0192f0c1-2345-7abc-8def-0123456789ab",
  state: "COMPLETED",
  partial: false,
  name: "small",
  createdAt: at,
  expiresAt: at,
  layout: "must-gather",
  progress: { partsKnown: 1, partsStored: 1, partsIndexed: 1, partsFailed: 0, bytesStored: 1 },
  counts,
  gaps: 0,
  redactions: 0,
};
const lists = { attention: [], warnings: [], nodes: [], nodeColumns: [], coverage: [], redactions: [], analysis: [] };
const totals = { attentionTotal: 0, warningsTotal: 0, coverageTotal: 0, duplicatesTotal: 0, analysisTotal: 0 };
const kind = { group: "apps", version: "v1", kind: "Deployment", plural: "deployments", namespace: "payments" };

test("a long reason is cut between its words, inside its brackets", () => {
  const why = "0 of 2 available: new pods are refused: exceeded quota: payments-quota, requested: cpu=2";
  const failing = [{ ...kind, name: "ledger", health: "failing", reason: why, count: 1, restarts: 0 }];
  const overview = Overview.parse({ snapshot, failing, failingTotal: 4, ...lists, ...totals });
  expect(failingLine(overview)).toBe(
    "4 objects are failing: payments/ledger (0 of 2 available: new pods are refused: exceeded quota: payments-quota…), …",
  );
});
