import type { CoverageGap } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { type MetadataSuite, scopeOf, wholeScope } from "./metadata-suite.ts";

const gap = (kind: CoverageGap["kind"], what: string, namespace = ""): CoverageGap => ({
  kind,
  what,
  namespace,
  detail: `${what} was not got`,
  count: 2,
});

export function describeCoverage(suite: MetadataSuite): void {
  describe("coverage", () => {
    it("replaces what the same origin said before, and adds up what others say", async () => {
      const snapshot = await suite.snapshot();
      const say = (origin: string, gaps: CoverageGap[], counts: number[] = []) =>
        suite.port().putCoverage(snapshot.id, origin, {
          gaps,
          redactions: counts.map((count) => ({ rule: "secrets", namespace: "shop", count })),
        });
      await say("manifest", [gap("cut", "old"), gap("cut", "older")], [5, 5]);
      await say("manifest", [gap("missing", "b", "shop"), gap("forbidden", "a")], [3]);
      await say("a part", [gap("unparseable", "c", "bank")], [4]);
      const found = await suite.port().coverage(wholeScope(snapshot), 10);
      expect(found).toEqual({
        gaps: [gap("forbidden", "a"), gap("unparseable", "c", "bank"), gap("missing", "b", "shop")],
        total: 3,
        duplicates: 0,
        redactions: [{ rule: "secrets", namespace: "shop", count: 7 }],
      });
      expect(await suite.port().totals(wholeScope(snapshot))).toMatchObject({ gaps: 3, redactions: 7 });
      expect(await suite.port().coverage(wholeScope(snapshot), 1)).toMatchObject({ gaps: [{ what: "a" }], total: 3 });
      expect(await suite.port().coverage(scopeOf(snapshot, "bank"), 10)).toMatchObject({ total: 1, redactions: [] });
      await say("a part", []);
      expect((await suite.port().coverage(wholeScope(snapshot), 10)).total).toBe(2);
    });

    it("counts what the bundle holds twice apart, and gives it last: nothing is missing by it", async () => {
      const snapshot = await suite.snapshot();
      const copies = ["a", "b", "c"].map((what) => gap("duplicate", what, "shop"));
      const gaps = [...copies, gap("skipped", "d", "shop"), gap("cut", "e", "bank")];
      await suite.port().putCoverage(snapshot.id, "manifest", { gaps });
      const scope = wholeScope(snapshot);
      expect(await suite.port().totals(scope)).toMatchObject({ gaps: 2 });
      const found = await suite.port().coverage(scope, 3);
      expect(found).toMatchObject({ gaps: [{ what: "e" }, { what: "d" }, { what: "a" }], total: 2, duplicates: 3 });
      const shop = scopeOf(snapshot, "shop");
      expect(await suite.port().totals(shop)).toMatchObject({ gaps: 1 });
      expect(await suite.port().coverage(shop, 10)).toMatchObject({ total: 1, duplicates: 3 });
    });

    it("holds as many gaps as a manifest may", async () => {
      const snapshot = await suite.snapshot();
      const gaps = Array.from({ length: 20_000 }, (_, index) => gap("skipped", `file ${index}`));
      await suite.port().putCoverage(snapshot.id, "manifest", { gaps });
      expect((await suite.port().totals(wholeScope(snapshot))).gaps).toBe(20_000);
    });
  });
}
