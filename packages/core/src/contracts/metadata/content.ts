import { describe, expect, it } from "vitest";
import { event, type MetadataSuite, resource, wholeScope } from "./metadata-suite.ts";

const member = { namespace: "shop", pod: "web-0", container: "app", source: "current" as const };

export function describeContent(suite: MetadataSuite): void {
  describe("what indexing writes", () => {
    it("is there once, however often and in whatever pieces a part is replayed", async () => {
      const snapshot = await suite.snapshot();
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      const rows = Array.from({ length: 1_300 }, (_, index) => resource(index));
      const events = Array.from({ length: 700 }, (_, index) => event(index));
      const members = [
        { ...member, offset: 0, length: 10, firstLine: 0, lines: 5, bytes: 50 },
        { ...member, offset: 10, length: 10, firstLine: 5, lines: 3, bytes: 30 },
      ];
      await suite.port().putResources(part, rows.slice(0, 900));
      await suite.port().putEvents(part, events.slice(0, 20));
      await suite.port().putLogStreams(part, members.slice(0, 1));
      for (let times = 0; times < 2; times++) {
        await suite.port().putResources(part, rows);
        await suite.port().putEvents(part, events);
        await suite.port().putLogStreams(part, members);
      }
      const scope = wholeScope(snapshot);
      const counts = { objects: 1_300, types: 1, namespaces: 1, events: 700, logStreams: 1, logLines: 8 };
      expect(await suite.port().totals(scope)).toMatchObject({ counts });
      expect(await suite.port().countResources({ scope, filter: {} })).toBe(1_300);
      expect(await suite.port().countResources({ scope, filter: { text: "pod-" } })).toBe(1_300);
      expect(await suite.port().countEvents({ scope })).toBe(700);
    });

    it("takes nothing at all, and one object of several megabytes", async () => {
      const snapshot = await suite.snapshot();
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      await suite.port().putResources(part, []);
      const data = Array.from({ length: 200_000 }, (_, at) => `line ${at}`).join("\n");
      const large = resource(0, {
        group: "",
        plural: "configmaps",
        kind: "ConfigMap",
        name: "large",
        object: { data },
      });
      await suite.port().putResources(part, [large, resource(1)]);
      const ref = { group: "", plural: "configmaps", namespace: "shop", name: "large" };
      expect((await suite.port().findResource(wholeScope(snapshot), ref))?.object).toEqual({ data });
    });

    it("survives names, numbers and times that no cluster has", async () => {
      const snapshot = await suite.snapshot();
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      const long = "x".repeat(100_000);
      const times = [new Date(8.64e15), new Date(-8.64e15), new Date(Number.NaN), new Date("0000-06-01T00:00:00Z")];
      const odd = times.map((createdAt, index) =>
        resource(index, { createdAt, restarts: 1e300, uid: long, name: `${index}${long}` }),
      );
      await suite
        .port()
        .putResources(part, [...odd, resource(9, { owners: [long], uses: [long], reason: long, searchText: long })]);
      await suite
        .port()
        .putEvents(part, [event(0, { name: long, message: long, count: 1e12, lastAt: new Date(8.64e15) })]);
      const found = await suite
        .port()
        .listResources({ scope: wholeScope(snapshot), filter: {}, order: "newest", limit: 10 });
      expect(found).toHaveLength(5);
      expect(found[0]?.createdAt).toEqual(resource(9).createdAt);
      expect(found.slice(1).map((one) => one.createdAt)).toEqual([undefined, undefined, undefined, undefined]);
      expect(found[1]?.restarts).toBeGreaterThan(1_000_000);
    });

    it("is part of a transaction that is rolled back", async () => {
      const snapshot = await suite.snapshot();
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      const work = suite.port().transaction(async (tx) => {
        await tx.putResources(part, [resource(0)]);
        await tx.putCoverage(snapshot.id, part.key, { gaps: [] });
        expect(await tx.finishPart(part, { state: "INDEXED" })).toBe(true);
        throw new Error("changed my mind");
      });
      await expect(work).rejects.toThrow("changed my mind");
      expect(await suite.port().countResources({ scope: wholeScope(snapshot), filter: {} })).toBe(0);
      expect(await suite.port().finishPart(part, { state: "INDEXED" })).toBe(true);
    });
  });
}
