import { describe, expect, it } from "vitest";
import type { BusEvent } from "../../ports/bus.ts";
import type { MetadataSuite } from "./metadata-suite.ts";

export function describeOutbox(suite: MetadataSuite): void {
  /** Relays all there is; gives the events that name `id`. */
  const drained = async (id: string): Promise<BusEvent[]> => {
    const events: BusEvent[] = [];
    const relay = () => suite.port().relayEvents(100, async (batch) => void events.push(...batch));
    while ((await relay()) > 0);
    return events.filter((event) => ("key" in event ? event.key : event.snapshotId) === id);
  };
  const emit = (...events: BusEvent[]) =>
    suite.port().transaction(async (tx) => {
      for (const event of events) await tx.emit(event);
    });
  const stored = (key: string, size: number): BusEvent => ({ topic: "object.stored", key, size });

  describe("outbox", () => {
    it("gives events in their order, once", async () => {
      const { id } = await suite.snapshot();
      const events: BusEvent[] = [
        { topic: "parts.ready", snapshotId: id },
        { topic: "snapshot.changed", snapshotId: id },
        { topic: "parts.ready", snapshotId: id },
      ];
      await emit(...events);
      expect(await drained(id)).toEqual(events);
      expect(await drained(id)).toEqual([]);
    });

    it("gives no more at once than is asked for, the oldest first", async () => {
      const { id } = await suite.snapshot();
      await drained(id);
      await emit(...[0, 1, 2].map((size) => stored(id, size)));
      const batches: BusEvent[][] = [];
      for (let time = 0; time < 3; time += 1) {
        const count = await suite.port().relayEvents(2, async (batch) => void batches.push(batch));
        expect(count).toBe(batches[time]?.length ?? 0);
      }
      expect(batches).toEqual([[stored(id, 0), stored(id, 1)], [stored(id, 2)]]);
    });

    it("keeps what could not be handed on", async () => {
      const { id } = await suite.snapshot();
      await emit(stored(id, 0), stored(id, 1));
      const fails = suite.port().relayEvents(100, async () => {
        throw new Error("the bus is away");
      });
      await expect(fails).rejects.toThrow("the bus is away");
      expect(await drained(id)).toEqual([stored(id, 0), stored(id, 1)]);
    });

    it("gives each event to one of several relays at work, while more are written", async () => {
      const { id } = await suite.snapshot();
      const sizes = Array.from({ length: 120 }, (_, at) => at);
      await emit(...sizes.slice(0, 60).map((size) => stored(id, size)));
      const handed: BusEvent[] = [];
      let writing = true;
      const relay = async (): Promise<void> => {
        const publish = async (batch: BusEvent[]): Promise<void> => {
          await new Promise((resolve) => setImmediate(resolve));
          handed.push(...batch);
        };
        while ((await suite.port().relayEvents(7, publish)) > 0 || writing);
      };
      const write = async (): Promise<void> => {
        for (const size of sizes.slice(60)) await emit(stored(id, size));
        writing = false;
      };
      await Promise.all([write(), relay(), relay(), relay()]);
      handed.push(...(await drained(id)));
      const mine = handed.filter((event) => "key" in event && event.key === id);
      expect(mine.map((event) => ("size" in event ? event.size : -1)).sort((a, b) => a - b)).toEqual(sizes);
    });

    it("says nothing of a transaction that was rolled back, whose state is rolled back too", async () => {
      const { id } = await suite.snapshot();
      const work = suite.port().transaction(async (tx) => {
        await tx.moveSnapshot(id, ["UPLOADING"], { state: "FAILED" });
        await tx.emit({ topic: "snapshot.changed", snapshotId: id });
        throw new Error("no");
      });
      await expect(work).rejects.toThrow("no");
      expect(await drained(id)).toEqual([]);
      expect((await suite.port().findSnapshot(id))?.state).toBe("UPLOADING");
    });

    it("gives back what a transaction returns; many at once do not disturb each other", async () => {
      const { id } = await suite.snapshot();
      const counted = Array.from({ length: 20 }, (_, at) =>
        suite.port().transaction(async (tx) => {
          await tx.touchSnapshot(id, new Date());
          await tx.emit(stored(id, at));
          return at;
        }),
      );
      expect(await Promise.all(counted)).toEqual(Array.from({ length: 20 }, (_, at) => at));
      const sizes = (await drained(id)).map((event) => ("size" in event ? event.size : -1));
      expect(sizes.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
    });

    it("answers a ping", async () => {
      await expect(suite.port().ping()).resolves.toBeUndefined();
    });
  });
}
