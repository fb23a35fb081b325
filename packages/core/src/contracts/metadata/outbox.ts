import { describe, expect, it } from "vitest";
import type { MetadataSuite } from "./metadata-suite.ts";

export function describeOutbox(suite: MetadataSuite): void {
  const idsOf = async (snapshotId: string) =>
    (await suite.port().readOutbox(10_000)).filter(
      ({ event }) => "snapshotId" in event && event.snapshotId === snapshotId,
    );

  describe("outbox", () => {
    it("keeps events in order until they are cleared", async () => {
      const { id } = await suite.snapshot();
      await suite.port().transaction(async (tx) => {
        await tx.emit({ topic: "parts.ready", snapshotId: id });
        await tx.emit({ topic: "snapshot.changed", snapshotId: id });
      });
      const waiting = await idsOf(id);
      expect(waiting.map((entry) => entry.event)).toEqual([
        { topic: "parts.ready", snapshotId: id },
        { topic: "snapshot.changed", snapshotId: id },
      ]);
      await suite.port().clearOutbox(waiting.map((entry) => entry.id));
      await suite.port().clearOutbox(waiting.map((entry) => entry.id));
      expect(await idsOf(id)).toEqual([]);
    });

    it("says nothing of a transaction that was rolled back, whose state is rolled back too", async () => {
      const { id } = await suite.snapshot();
      const work = suite.port().transaction(async (tx) => {
        await tx.moveSnapshot(id, ["UPLOADING"], { state: "FAILED" });
        await tx.emit({ topic: "snapshot.changed", snapshotId: id });
        throw new Error("no");
      });
      await expect(work).rejects.toThrow("no");
      expect(await idsOf(id)).toEqual([]);
      expect((await suite.port().findSnapshot(id))?.state).toBe("UPLOADING");
    });

    it("gives back what a transaction returns; many at once do not disturb each other", async () => {
      const { id } = await suite.snapshot();
      const counted = Array.from({ length: 20 }, (_, at) =>
        suite.port().transaction(async (tx) => {
          await tx.touchSnapshot(id, new Date());
          await tx.emit({ topic: "object.stored", key: id, size: at });
          return at;
        }),
      );
      expect(await Promise.all(counted)).toEqual(Array.from({ length: 20 }, (_, at) => at));
      const stored = (await suite.port().readOutbox(10_000)).filter(({ event }) => "key" in event && event.key === id);
      expect(stored.map(({ event }) => ("size" in event ? event.size : -1)).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, at) => at),
      );
      await suite.port().clearOutbox(stored.map((entry) => entry.id));
    });

    it("answers a ping", async () => {
      await expect(suite.port().ping()).resolves.toBeUndefined();
    });
  });
}
