import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { SnapshotRecord } from "../../ports/metadata.ts";
import type { MetadataSuite } from "./metadata-suite.ts";

export function describeNeighbours(suite: MetadataSuite): void {
  describe("neighbours", () => {
    const at = (day: number) => new Date(Date.UTC(2026, 0, day));

    /** Completed, captured on this day. */
    const taken = (cluster: SnapshotRecord["cluster"], day: number, change: Partial<SnapshotRecord> = {}) =>
      suite.snapshot({ state: "COMPLETED", cluster, capturedAt: at(day), ...change });

    const around = async (snapshot: SnapshotRecord) => {
      const { previous, next } = await suite.port().neighbours(snapshot);
      return [previous?.id, next?.id];
    };

    it("are the nearest of the same cluster by capture time, else by creation", async () => {
      const cluster = { name: "prod", uid: randomUUID() };
      const third = await taken({ ...cluster, name: "renamed" }, 3);
      const first = await taken(cluster, 1);
      const second = await taken(cluster, 9, { capturedAt: undefined, createdAt: at(2) });
      expect(await around(first)).toEqual([undefined, second.id]);
      expect(await around(second)).toEqual([first.id, third.id]);
      expect(await around(third)).toEqual([second.id, undefined]);
    });

    it("of equal times are told apart, each is passed once", async () => {
      const cluster = { name: "prod", uid: randomUUID() };
      const [a, b, c] = [await taken(cluster, 1), await taken(cluster, 1), await taken(cluster, 1)];
      expect(await around(a)).toEqual([undefined, b.id]);
      expect(await around(b)).toEqual([a.id, c.id]);
      expect(await around(c)).toEqual([b.id, undefined]);
    });

    it("are never unfinished, failed, trashed, expired or of another cluster", async () => {
      const cluster = { name: "prod", uid: randomUUID() };
      const one = await taken(cluster, 5);
      await taken(cluster, 6, { state: "PROCESSING" });
      await taken(cluster, 6, { state: "FAILED" });
      await taken(cluster, 6, { state: "TRASHED" });
      await taken(cluster, 4, { expiresAt: new Date(Date.now() - 1000) });
      await taken({ name: "prod", uid: randomUUID() }, 4);
      await taken({ name: "prod" }, 4);
      expect(await around(one)).toEqual([undefined, undefined]);
    });

    it("are found by the cluster's name where no uid is known, and without either there are none", async () => {
      const name = `prod ${randomUUID()}`;
      const [one, two] = [await taken({ name }, 1), await taken({ name }, 2)];
      await taken({ name, uid: randomUUID() }, 2);
      expect(await around(one)).toEqual([undefined, two.id]);
      expect(await around(two)).toEqual([one.id, undefined]);
      await taken(undefined, 1);
      expect(await around(await taken(undefined, 2))).toEqual([undefined, undefined]);
    });
  });
}
