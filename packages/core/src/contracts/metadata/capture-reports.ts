import type { Insight } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { type MetadataSuite, scopeOf, wholeScope } from "./metadata-suite.ts";

const insight = (title: string): Insight => ({
  severity: "error",
  name: "default.storageclass",
  title,
  detail: "d\u0000",
});
const remark = { note: "checkout answers 502\u0000", labels: { ticket: "OPS-123" } };
const redaction = { keyId: "0123456789abcdef0123", secretsKept: false, namesRedacted: true };

export function describeCaptureReports(suite: MetadataSuite): void {
  describe("capture reports", () => {
    it("are kept once for a snapshot, and told to readers of the whole alone", async () => {
      const snapshot = await suite.snapshot();
      expect(await suite.port().captureReport(wholeScope(snapshot))).toEqual({ analysis: [] });
      await suite.port().putCaptureReport(snapshot.id, { analysis: [insight("old"), insight("older")] });
      await suite.port().putCaptureReport(snapshot.id, { analysis: [insight("No default class")], redaction, remark });
      const found = await suite.port().captureReport(wholeScope(snapshot));
      expect(found).toMatchObject({ analysis: [{ title: "No default class" }], redaction });
      expect(found.remark).toEqual({ note: "checkout answers 502\ufffd", labels: remark.labels });
      expect(found.analysis).toHaveLength(1);
      expect(await suite.port().captureReport(scopeOf(snapshot, "shop"))).toEqual({ analysis: [] });
      expect(await suite.port().captureReport({ ...wholeScope(snapshot), logs: false })).toEqual({ analysis: [] });
      await suite.port().eraseSnapshot(snapshot.id, { forget: false });
      expect(await suite.port().captureReport(wholeScope(snapshot))).toEqual({ analysis: [] });
    });
  });
}
