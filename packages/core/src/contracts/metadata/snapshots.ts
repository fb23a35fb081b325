import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { event, inAnHour, type MetadataSuite, resource, wholeScope } from "./metadata-suite.ts";

export function describeSnapshots(suite: MetadataSuite): void {
  describe("snapshots", () => {
    it("gives back what was stored, and nothing for an unknown or senseless id", async () => {
      const cluster = { name: "prod", uid: "3f1c" };
      const record = await suite.snapshot({
        cluster,
        capturedAt: new Date("2026-01-02T03:04:05.678Z"),
        failure: "because",
      });
      expect(await suite.port().findSnapshot(record.id)).toEqual(record);
      expect(await suite.port().findSnapshot(randomUUID())).toBeUndefined();
      expect(await suite.port().findSnapshot("nothing' OR 1=1")).toBeUndefined();
    });

    it("knows its link and its ticket, each by its hash alone", async () => {
      const hashes = { ticketHash: randomUUID(), linkHash: randomUUID() };
      const record = await suite.snapshot();
      await suite.port().eraseSnapshot(record.id, { forget: true });
      await suite.port().createSnapshot(record, hashes);
      const link = await suite.port().findLink(hashes.linkHash);
      expect(link).toEqual({ snapshotId: record.id, namespaces: "all", logs: true });
      expect(await suite.port().findTicket(hashes.ticketHash)).toBe(record.id);
      expect(await suite.port().findLink(hashes.ticketHash)).toBeUndefined();
      expect(await suite.port().findTicket(hashes.linkHash)).toBeUndefined();
      await suite.port().eraseSnapshot(record.id, { forget: false });
      expect(await suite.port().findLink(hashes.linkHash)).toBeUndefined();
    });

    it("moves by compare-and-set: of many that try, one does it", async () => {
      const { id } = await suite.snapshot();
      const change = { partial: true, failure: "half came", completedAt: new Date("2026-01-02T00:00:00Z") };
      const tries = Array.from({ length: 8 }, () =>
        suite.port().moveSnapshot(id, ["UPLOADING", "PROCESSING"], { state: "COMPLETED", change }),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await suite.port().findSnapshot(id)).toMatchObject({ state: "COMPLETED", ...change });
      expect(await suite.port().moveSnapshot(id, ["UPLOADING"], { state: "FAILED" })).toBe(false);
      expect(await suite.port().moveSnapshot(randomUUID(), ["UPLOADING"], { state: "FAILED" })).toBe(false);
    });

    it("lists newest first, page by page, without trashed and expired ones", async () => {
      const name = `list ${randomUUID()}`;
      const made = [];
      for (const part of ["a", "b", "c", "d", "e"]) made.push(await suite.snapshot({ name: `${name} ${part}` }));
      await suite.snapshot({ name, expiresAt: new Date(Date.now() - 1000) });
      const trashed = await suite.snapshot({ name });
      await suite.port().moveSnapshot(trashed.id, ["UPLOADING"], { state: "TRASHED" });
      const pages = [];
      let before: string | undefined;
      do {
        const page = await suite.port().listSnapshots({ text: name.toUpperCase(), limit: 2, before });
        pages.push(page.map((one) => one.name.at(-1)).join(""));
        before = page.at(-1)?.id;
      } while (before);
      expect(pages).toEqual(["ed", "cb", "a", ""]);
    });

    it("finds by a part of the cluster's name, wildcards taken as they are", async () => {
      const mark = randomUUID();
      const { id } = await suite.snapshot({ cluster: { name: `50%_${mark}` } });
      const find = async (text: string) => (await suite.port().listSnapshots({ text, limit: 10 })).map((one) => one.id);
      expect(await find(`0%_${mark}`)).toEqual([id]);
      expect(await find(`0__${mark}`)).toEqual([]);
      expect(await find(`%_${mark}\\`)).toEqual([]);
    });

    it("knows which uploads are silent and which snapshots are over", async () => {
      const silent = await suite.snapshot({ lastUploadAt: new Date("2020-01-01T00:00:00Z") });
      const since = new Date("2020-01-02T00:00:00Z");
      const ids = async () => (await suite.port().snapshotsIn(["UPLOADING"], since)).map((one) => one.id);
      expect(await ids()).toContain(silent.id);
      await suite.port().touchSnapshot(silent.id, new Date());
      await suite.port().touchSnapshot(silent.id, new Date("2019-01-01T00:00:00Z"));
      expect(await ids()).not.toContain(silent.id);
      expect((await suite.port().snapshotsIn(["UPLOADING"])).map((one) => one.id)).toContain(silent.id);
      const over = await suite.port().expiredSnapshots(new Date(silent.expiresAt.getTime()));
      expect(over.map((one) => one.id)).toContain(silent.id);
      const before = await suite.port().expiredSnapshots(new Date(silent.expiresAt.getTime() - 1));
      expect(before.map((one) => one.id)).not.toContain(silent.id);
    });

    it("erases every row, once or twice, and then takes no more writes about a part of it", async () => {
      const record = await suite.snapshot();
      const part = await suite.leased(record, { type: "resources" });
      await suite.port().putResources(part, [resource(0)]);
      await suite.port().putEvents(part, [event(0)]);
      await suite.port().putCoverage(record.id, "manifest", {
        gaps: [{ kind: "cut", what: "a", namespace: "", detail: "cut", count: 1 }],
        redactions: [{ rule: "secrets", namespace: "", count: 3 }],
      });
      await suite.port().eraseSnapshot(record.id, { forget: false });
      await suite.port().eraseSnapshot(record.id, { forget: false });
      expect(await suite.port().findSnapshot(record.id)).toBeDefined();
      expect(await suite.port().totals(wholeScope(record))).toEqual({
        progress: { partsKnown: 0, partsStored: 0, partsIndexed: 0, partsFailed: 0, bytesStored: 0 },
        counts: { objects: 0, types: 0, namespaces: 0, events: 0, logStreams: 0, logLines: 0 },
        gaps: 0,
        redactions: 0,
      });
      await expect(suite.port().putResources(part, [resource(0)])).rejects.toMatchObject({ code: "CONFLICT" });
      expect(await suite.port().renewLease(part, inAnHour())).toBe(false);
      await suite.port().eraseSnapshot(record.id, { forget: true });
      expect(await suite.port().findSnapshot(record.id)).toBeUndefined();
    });
  });
}
