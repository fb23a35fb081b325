import { createHash, randomUUID } from "node:crypto";
import type { PartEntry, PartType } from "@kubin/schema";
import { partKey } from "../../part-key.ts";
import type { Scope } from "../../policy/scope.ts";
import type { EventRecord, LeasedPart, MetadataPort, ResourceRecord, SnapshotRecord } from "../../ports/metadata.ts";

/** What the tests of one suite share: the port, and snapshots that are put away after each test. */
export interface MetadataSuite {
  port(): MetadataPort;
  /** A snapshot in UPLOADING; `cleanUp` trashes it, so that its parts are nobody's work any more. */
  snapshot(change?: Partial<SnapshotRecord>): Promise<SnapshotRecord>;
  /** A stored part, leased to a worker of this test. */
  leased(snapshot: SnapshotRecord, part: Partial<PartEntry> & { type: PartType }): Promise<LeasedPart>;
  cleanUp(): Promise<void>;
}

const dayMs = 24 * 60 * 60 * 1000;
export const inAnHour = (): Date => new Date(Date.now() + 60 * 60 * 1000);

export function createSuite(port: () => MetadataPort): MetadataSuite {
  const made: string[] = [];
  const laterUuid = createUuids();
  const suite: MetadataSuite = {
    port,
    async snapshot(change = {}) {
      const now = new Date();
      const record: SnapshotRecord = {
        id: laterUuid(),
        state: "UPLOADING",
        generation: 1,
        partial: false,
        failure: undefined,
        name: "a snapshot",
        layout: "must-gather",
        tool: "",
        cluster: undefined,
        kubernetesVersion: undefined,
        capturedAt: undefined,
        createdAt: now,
        completedAt: undefined,
        expiresAt: new Date(now.getTime() + 7 * dayMs),
        retainWeek: "2026-03-02",
        lastUploadAt: now,
        ...change,
      };
      made.push(record.id);
      await port().createSnapshot(record, { ticketHash: randomUUID(), linkHash: randomUUID() });
      return record;
    },
    async leased(snapshot, part) {
      const [row] = await port().announceParts([announced(snapshot, part)]);
      if (!row || !(await port().markStored(row.key))) throw new Error("the part was not stored");
      const now = new Date();
      const taken = await port().leaseParts({ worker: "suite", limit: 100, until: inAnHour(), now });
      const mine = taken.find((one) => one.key === row.key);
      if (!mine) throw new Error("the part was not leased");
      return mine;
    },
    async cleanUp() {
      const open = ["INITIATED", "UPLOADING", "PROCESSING", "COMPLETED", "FAILED"] as const;
      for (const id of made.splice(0)) await port().moveSnapshot(id, open, { state: "TRASHED" });
    },
  };
  return suite;
}

/** Ids that sort in the order they were made, as UUIDv7 do. */
function createUuids(): () => string {
  let lastStamp = 0;
  return () => {
    lastStamp = Math.max(lastStamp + 1, Date.now());
    const stamp = lastStamp.toString(16).padStart(12, "0");
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${randomUUID().slice(15)}`;
  };
}

export function announced(snapshot: { id: string; generation: number }, part: Partial<PartEntry> & { type: PartType }) {
  const sha256 = createHash("sha256").update(randomUUID()).digest("hex");
  const entry: PartEntry = { namespace: "", sha256, size: 1000, items: 1, ...part };
  return {
    ...entry,
    snapshotId: snapshot.id,
    generation: snapshot.generation,
    key: partKey({ ...entry, snapshotId: snapshot.id }),
  };
}

export function wholeScope({ id, generation, retainWeek }: SnapshotRecord): Scope {
  return { snapshotId: id, generation, namespaces: "all", logs: true, retainWeek };
}

export function scopeOf(snapshot: SnapshotRecord, ...namespaces: string[]): Scope {
  return { ...wholeScope(snapshot), namespaces };
}

export function resource(index: number, change: Partial<ResourceRecord> = {}): ResourceRecord {
  const { namespace = "shop", name = `pod-${index}`, labels = {} } = change;
  return {
    index,
    group: "",
    version: "v1",
    kind: "Pod",
    plural: "pods",
    namespace,
    name,
    uid: undefined,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, index)),
    labels,
    health: "ok",
    reason: "",
    cells: ["1/1", "Running", 0, null],
    restarts: 0,
    owners: [],
    uses: [],
    searchText: `${name} ${Object.entries(labels).flat().join(" ")}`.toLowerCase(),
    object: { apiVersion: "v1", kind: "Pod", metadata: { name, namespace, labels } },
    facts: { images: [], node: "", amounts: undefined, certificates: [] },
    ...change,
  };
}

export function event(index: number, change: Partial<EventRecord> = {}): EventRecord {
  const at = new Date(Date.UTC(2026, 0, 1, 0, index));
  return {
    index,
    namespace: "shop",
    name: `event-${index}`,
    type: "Normal",
    reason: "Started",
    message: `Started container ${index}`,
    count: 1,
    firstAt: at,
    lastAt: at,
    source: "kubelet",
    about: { group: "", kind: "Pod", namespace: "shop", name: "web-0" },
    ...change,
  };
}
