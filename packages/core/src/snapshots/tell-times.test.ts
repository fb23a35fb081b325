import { describeObject, objectKey } from "@kubin/kubernetes";
import type { EventRow } from "@kubin/schema";
import { expect, it } from "vitest";
import type { Ctx } from "../ctx.ts";
import type { Scope } from "../policy/scope.ts";
import type { FoundResource, MetadataStatements } from "../ports/metadata.ts";
import { tellTimes } from "./tell-times.ts";

const scope: Scope = { snapshotId: "s", generation: 0, namespaces: "all", logs: true, retainWeek: "2026-11-23" };

function stored(object: Record<string, unknown>): FoundResource {
  const plural = `${String(object.kind).toLowerCase()}s`;
  return { ...describeObject({ plural, object }), index: 0, position: [] };
}

const waiting = { claimName: "data-ledger-0" };
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const pod = stored({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { namespace: "shop", name: "web-0" },
  spec: { containers: [{ name: "app" }], volumes: [{ name: "data", persistentVolumeClaim: waiting }] },
  status: {
    phase: "Pending",
    conditions: [
      {
        type: "PodScheduled",
        status: "False",
        message: "pod has unbound immediate PersistentVolumeClaims",
        lastTransitionTime: at("10:05"),
      },
    ],
    containerStatuses: [
      { name: "app", restartCount: 3, state: {}, lastState: { terminated: { finishedAt: at("10:20") } } },
    ],
  },
});
const claim = stored({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { namespace: "shop", name: "data-ledger-0" },
  spec: { storageClassName: "nope" },
  status: { phase: "Pending" },
});
const set = stored({ apiVersion: "apps/v1", kind: "StatefulSet", metadata: { namespace: "shop", name: "web" } });

const event = (name: string, lastAt: string | undefined): EventRow => ({
  namespace: "shop",
  name: "e",
  type: "Warning",
  reason: "Failed",
  message: "",
  count: 1,
  source: "",
  ...(lastAt !== undefined && { lastAt }),
  about: { group: "", kind: "Pod", namespace: "shop", name },
});

/** A store of these objects and events; the verb asks it nothing else. */
function contextOf(objects: FoundResource[], events: EventRow[]): Ctx {
  const metadata: Partial<MetadataStatements> = {
    findByKey: async (_scope, keys) => objects.filter((one) => keys.includes(objectKey(one))),
    listEvents: async ({ aboutAny }) =>
      events
        .filter(({ about }) => aboutAny?.some(({ kind, name }) => kind === about.kind && name === about.name))
        .map((one) => ({ ...one, position: [] })),
  };
  return { ports: { metadata } } as unknown as Ctx;
}

const row = {
  group: "apps",
  version: "v1",
  kind: "StatefulSet",
  plural: "statefulsets",
  namespace: "shop",
  name: "web",
};
const group = {
  item: { ...row, health: "failing" as const, reason: pod.reason, count: 1, restarts: 3 },
  root: set,
  pods: [pod],
};

it("tells since when, the last restart, what happened, and the claim that a pod waits for", async () => {
  const events = [event("web-0", at("10:30")), event("web-0", undefined), event("other", at("10:31"))];
  const ctx = contextOf([pod, claim, set], events);
  const [item] = await tellTimes({ ctx, scope, groups: [group] });
  expect(item).toMatchObject({
    reason:
      "Pending: pod has unbound immediate PersistentVolumeClaims; claim data-ledger-0: not bound to a volume (StorageClass nope)",
    since: at("10:05"),
    lastRestartAt: at("10:20"),
    moments: [
      { at: at("10:30"), what: "warning" },
      { at: at("10:20"), what: "restart" },
    ],
  });
});

it("tells nothing that no object says", async () => {
  const [item] = await tellTimes({ ctx: contextOf([set], []), scope, groups: [{ ...group, pods: [] }] });
  expect(item).toEqual(group.item);
});
