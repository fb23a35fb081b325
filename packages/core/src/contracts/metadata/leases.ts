import { describe, expect, it } from "vitest";
import { announced, inAnHour, type MetadataSuite, resource, wholeScope } from "./metadata-suite.ts";

export function describeLeases(suite: MetadataSuite): void {
  const lease = (worker: string, limit: number, at = new Date()) => {
    const until = new Date(at.getTime() + 60_000);
    return suite.port().leaseParts({ worker, limit, until, now: at });
  };

  async function stored(snapshot: { id: string; generation: number }, parts: Parameters<typeof announced>[1][]) {
    const rows = await suite.port().announceParts(parts.map((part) => announced(snapshot, part)));
    for (const { key } of rows) await suite.port().markStored(key);
    return rows.map((row) => row.key);
  }

  const many = (count: number) => Array.from({ length: count }, () => ({ type: "logs" as const, namespace: "shop" }));

  describe("leased work", () => {
    it("gives each part to one worker only", async () => {
      const keys = await stored(await suite.snapshot(), many(30));
      const taken = (await Promise.all(Array.from({ length: 10 }, (_, at) => lease(`w${at}`, 4)))).flat();
      while (taken.length < keys.length) {
        const more = await lease("last", 4);
        expect(more).not.toEqual([]);
        taken.push(...more);
      }
      expect(taken.map((part) => part.key).sort()).toEqual(keys.sort());
      expect(await lease("late", 4)).toEqual([]);
    });

    it("gives everything a worker needs, members included", async () => {
      const snapshot = await suite.snapshot({ retainWeek: "2026-05-04" });
      const member = { namespace: "shop", pod: "web-0", container: "app", source: "current" as const };
      const members = [{ ...member, offset: 0, length: 100, firstLine: 0, lines: 7, bytes: 300 }];
      const entry = announced(snapshot, { type: "logs", namespace: "shop", members, size: 5_000_000_000 });
      await suite.port().announceParts([entry]);
      await suite.port().markStored(entry.key);
      const [part] = await lease("w", 1);
      const { leaseToken, ...rest } = part ?? {};
      expect(rest).toEqual({ ...entry, state: "STORED", attempts: 1, retainWeek: "2026-05-04" });
      expect(leaseToken).toEqual(expect.any(String));
    });

    it("takes resources and events before logs", async () => {
      const snapshot = await suite.snapshot();
      await stored(snapshot, [{ type: "logs" }, { type: "events" }, { type: "logs" }, { type: "resources" }]);
      expect((await lease("w", 1)).map((part) => part.type)).toEqual(["resources"]);
      expect((await lease("w", 3)).map((part) => part.type).sort()).toEqual(["events", "logs", "logs"]);
    });

    it("is fair over snapshots: a small one does not wait for a large one", async () => {
      const large = await suite.snapshot();
      await stored(large, many(40));
      expect(await lease("w", 10)).toHaveLength(10);
      const small = await suite.snapshot();
      await stored(small, many(2));
      const next = await lease("w", 3);
      expect(next.filter((part) => part.snapshotId === small.id)).toHaveLength(2);
      expect(next).toHaveLength(3);
    });

    it("moves a part whose lease is over, and the first worker can neither renew nor finish nor write", async () => {
      const snapshot = await suite.snapshot();
      await stored(snapshot, [{ type: "resources" }]);
      const [first] = await lease("gone", 1);
      if (!first) throw new Error("nothing was leased");
      expect(await suite.port().renewLease(first, new Date(Date.now() + 1_000))).toBe(true);
      expect(await lease("next", 1)).toEqual([]);
      const [second] = await lease("next", 1, new Date(Date.now() + 2_000));
      expect(second).toMatchObject({ key: first.key, attempts: 2 });
      if (!second) throw new Error("nothing was leased");
      expect(await suite.port().renewLease(first, inAnHour())).toBe(false);
      expect(await suite.port().finishPart(first, { state: "INDEXED" })).toBe(false);
      await expect(suite.port().putResources(first, [resource(0)])).rejects.toMatchObject({ code: "CONFLICT" });
      await suite.port().releasePart(first);
      expect(await suite.port().finishPart(second, { state: "INDEXED" })).toBe(true);
      expect(await suite.port().finishPart(second, { state: "INDEXED" })).toBe(false);
      expect(await lease("late", 1, inAnHour())).toEqual([]);
    });

    it("takes a part back that was released, at once and without counting the attempt", async () => {
      await stored(await suite.snapshot(), [{ type: "logs" }]);
      const [part] = await lease("w", 1);
      if (!part) throw new Error("nothing was leased");
      await suite.port().releasePart(part);
      expect(await lease("w", 1)).toMatchObject([{ key: part.key, attempts: 1 }]);
    });

    it("leaves the work of snapshots that are over alone, and counts what failed", async () => {
      const snapshot = await suite.snapshot();
      await stored(snapshot, many(3));
      const [failed] = await lease("w", 1);
      if (!failed) throw new Error("nothing was leased");
      expect(await suite.port().finishPart(failed, { state: "FAILED", reason: "not gzip\0" })).toBe(true);
      const progress = { partsKnown: 3, partsStored: 3, partsIndexed: 0, partsFailed: 1, bytesStored: 3_000 };
      expect(await suite.port().totals(wholeScope(snapshot))).toMatchObject({ progress });
      await suite.port().moveSnapshot(snapshot.id, ["UPLOADING"], { state: "TRASHED" });
      expect(await lease("w", 3)).toEqual([]);
    });

    it("keeps intents to insert log chunks", async () => {
      const part = await suite.leased(await suite.snapshot(), { type: "logs", namespace: "shop" });
      await suite.port().putLogIntent(part, 0);
      await suite.port().putLogIntent(part, 1);
      await suite.port().finishLogIntent(part, 0);
      await suite.port().putLogIntent(part, 0);
      expect(await suite.port().logIntents(part)).toEqual([
        { key: part.key, chunk: 0, done: true },
        { key: part.key, chunk: 1, done: false },
      ]);
    });
  });
}
