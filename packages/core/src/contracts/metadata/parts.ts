import { describe, expect, it } from "vitest";
import { announced, type MetadataSuite, scopeOf, wholeScope } from "./metadata-suite.ts";

export function describeParts(suite: MetadataSuite): void {
  describe("parts", () => {
    it("announces once: a known part keeps its state, the answer follows the order asked", async () => {
      const snapshot = await suite.snapshot();
      const [first, second] = [
        announced(snapshot, { type: "resources" }),
        announced(snapshot, { type: "logs", namespace: "shop" }),
      ];
      await suite.port().announceParts([first]);
      expect(await suite.port().markStored(first.key)).toBe(true);
      const rows = await suite.port().announceParts([second, first, second]);
      expect(rows.map(({ key, state }) => [key, state])).toEqual([
        [second.key, "SIGNED"],
        [first.key, "STORED"],
        [second.key, "SIGNED"],
      ]);
      expect(rows[1]).toEqual({ ...first, state: "STORED", attempts: 0 });
      expect(await suite.port().announceParts([])).toEqual([]);
    });

    it("stores a part once, and none that was not announced", async () => {
      const snapshot = await suite.snapshot();
      const part = announced(snapshot, { type: "events", namespace: "shop" });
      expect(await suite.port().markStored(part.key)).toBe(false);
      await suite.port().announceParts([part]);
      const marks = await Promise.all([suite.port().markStored(part.key), suite.port().markStored(part.key)]);
      expect(marks.filter(Boolean)).toHaveLength(1);
    });

    it("finds one part by its key", async () => {
      const part = announced(await suite.snapshot(), { type: "raw" });
      expect(await suite.port().findPart(part.key)).toBeUndefined();
      await suite.port().announceParts([part]);
      expect(await suite.port().findPart(part.key)).toEqual({ ...part, state: "SIGNED", attempts: 0 });
    });

    it("keeps the first of several multipart uploads, until the part is stored", async () => {
      const part = announced(await suite.snapshot(), { type: "raw" });
      await suite.port().announceParts([part]);
      const set = (from: string | undefined, to: string | undefined) =>
        suite.port().setMultipart(part.key, { from, to });
      const multipart = async () => (await suite.port().findPart(part.key))?.multipart;
      const kept = await Promise.all([set(undefined, "a"), set(undefined, "b")]);
      expect(kept.filter(Boolean)).toHaveLength(1);
      const first = kept[0] ? "a" : "b";
      expect(await multipart()).toBe(first);
      expect(await set("other", "c")).toBe(false);
      expect(await set(first, "c")).toBe(true);
      await suite.port().markStored(part.key);
      expect(await multipart()).toBeUndefined();
    });

    it("tells the multipart uploads to which nobody will add", async () => {
      const snapshots = [await suite.snapshot(), await suite.snapshot()];
      const [open, over] = snapshots.map((snapshot) => announced(snapshot, { type: "raw" }));
      if (!open || !over || !snapshots[1]) throw new Error("no part");
      await suite.port().announceParts([open, over]);
      for (const { key } of [open, over]) await suite.port().setMultipart(key, { from: undefined, to: "an-upload" });
      const keys = async () =>
        (await suite.port().abandonedMultiparts())
          .map(({ key }) => key)
          .filter((key) => [open.key, over.key].includes(key));
      expect(await keys()).toEqual([]);
      await suite.port().moveSnapshot(snapshots[1].id, ["INITIATED", "UPLOADING"], { state: "FAILED" });
      expect(await keys()).toEqual([over.key]);
      await suite.port().setMultipart(over.key, { from: "an-upload", to: undefined });
      expect(await keys()).toEqual([]);
    });

    it("tells the parts of a snapshot by state", async () => {
      const snapshot = await suite.snapshot();
      const parts = Array.from({ length: 1_200 }, () => announced(snapshot, { type: "bundle", path: "a/version.txt" }));
      expect(await suite.port().announceParts(parts)).toHaveLength(1_200);
      expect(await suite.port().hasStoredParts(snapshot.id)).toBe(false);
      await suite.port().markStored(parts[7]?.key ?? "");
      const keys = async (...states: ("SIGNED" | "STORED")[]) =>
        (await suite.port().partsOf(snapshot.id, states)).map((part) => part.key);
      expect(await keys("STORED")).toEqual([parts[7]?.key]);
      expect(await suite.port().hasStoredParts(snapshot.id)).toBe(true);
      expect(await keys("SIGNED")).toHaveLength(1_199);
      expect(await suite.port().partsOf(snapshot.id)).toHaveLength(1_200);
      const progress = { partsKnown: 1_200, partsStored: 1, bytesStored: 1_000 };
      expect(await suite.port().totals(wholeScope(snapshot))).toMatchObject({ progress });
    });

    it("offers downloads of what is stored, within the scope", async () => {
      const snapshot = await suite.snapshot();
      const cluster = announced(snapshot, { type: "bundle", path: "version" });
      const shop = announced(snapshot, { type: "bundle", namespace: "shop", path: "shop/version" });
      const logs = announced(snapshot, { type: "logs", namespace: "shop" });
      const absent = announced(snapshot, { type: "bundle", namespace: "shop" });
      await suite.port().announceParts([cluster, shop, logs, absent]);
      for (const { key } of [cluster, shop, logs]) await suite.port().markStored(key);
      const keys = async (scope: ReturnType<typeof wholeScope>) =>
        (await suite.port().downloadsOf(scope, ["bundle", "logs"])).map((part) => part.key);
      expect(await keys(wholeScope(snapshot))).toEqual([cluster.key, shop.key, logs.key]);
      expect(await keys(scopeOf(snapshot, "shop"))).toEqual([shop.key, logs.key]);
      expect(await keys({ ...scopeOf(snapshot, "shop"), logs: false })).toEqual([shop.key]);
      expect(await keys(scopeOf(snapshot))).toEqual([]);
    });
  });
}
