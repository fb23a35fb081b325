import { type Ctx, findNeighbours, findObjects, getResource, indexNextParts, listResources, whoCan } from "@kubin/core";
import { FindObjects, FoundObjects, ResourceDetail, WhoCan, WhoCanQuery } from "@kubin/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withMethods } from "../background/crash-ports.ts";
import { openWorkBench, type WorkBench } from "../background/open-work-bench.ts";
import { objectsPart, pod } from "../testbed/make-parts.ts";

// The reader of a link to namespace `shop` beside the owner: finding, who can, neighbours.
let bench: WorkBench;
let owner: Ctx;
let reader: Ctx;
let snapshotId: string;

const rbac = (plural: string, object: Record<string, unknown>) => ({
  plural,
  object: { apiVersion: "rbac.authorization.k8s.io/v1", ...object },
});
const rules = [{ verbs: ["get"], apiGroups: [""], resources: ["secrets"] }];
const toRole = (kind: string) => ({ roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name: "reader" } });

const role = (namespace: string) => rbac("roles", { kind: "Role", metadata: { name: "reader", namespace }, rules });
const roleBinding = (namespace: string) =>
  rbac("rolebindings", {
    kind: "RoleBinding",
    metadata: { name: "reader", namespace },
    ...toRole("Role"),
    subjects: [{ kind: "User", name: `user of ${namespace}` }],
  });
/** What every cluster has: without it, a capture is known to hold a part only. */
const bootstrap = (plural: string, kind: string, metadata: { name: string; namespace?: string }) =>
  rbac(plural, { kind, metadata });
const ofCluster = { name: "cluster-admin" };
const ofSystem = (name: string) => ({ name, namespace: "kube-system" });
const owned = (namespace: string) => ({
  ...pod(namespace, "web", { status: { podIP: "10.0.0.1" } }),
});

const metadata = (name: string) => ({ name, namespace: "shop" });
const settings = {
  plural: "configmaps",
  object: { apiVersion: "v1", kind: "ConfigMap", metadata: metadata("settings"), data: { a: "1", b: "2" } },
};
const widget = {
  plural: "widgets",
  object: { apiVersion: "example.com/v1", kind: "Widget", metadata: { ...metadata("owner"), uid: "uid-owner" } },
};
const api = pod("shop", "api", {
  metadata: { ...metadata("api"), ownerReferences: [{ kind: "Widget", name: "owner", uid: "uid-owner" }] },
  spec: { volumes: [{ configMap: { name: "settings" } }, { configMap: { name: "lost" } }] },
});

const door = { plural: "services", object: { apiVersion: "v1", kind: "Service", metadata: metadata("door") } };
const slice = {
  plural: "endpointslices",
  object: {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { ...metadata("door-1"), labels: { "kubernetes.io/service-name": "door" } },
    ports: [{ name: "web", port: 8080 }],
    endpoints: [{ addresses: ["10.0.0.7"] }, { addresses: ["10.0.0.8"], conditions: { ready: false } }],
  },
};

const parts = [
  objectsPart("resources", "shop", [owned("shop"), api, settings, widget, door, slice]),
  objectsPart("resources", "bank", [owned("bank"), pod("bank", "web-vault", { note: "10.0.0.1 is the bank" })]),
  objectsPart("resources", "shop", [role("shop"), roleBinding("shop")]),
  objectsPart("resources", "bank", [role("bank"), roleBinding("bank")]),
  objectsPart("resources", "kube-system", [
    bootstrap("roles", "Role", ofSystem("extension-apiserver-authentication-reader")),
    bootstrap("rolebindings", "RoleBinding", ofSystem("system::extension-apiserver-authentication-reader")),
  ]),
  objectsPart("resources", "", [
    bootstrap("clusterroles", "ClusterRole", ofCluster),
    bootstrap("clusterrolebindings", "ClusterRoleBinding", ofCluster),
    rbac("clusterroles", { kind: "ClusterRole", metadata: { name: "reader" }, rules }),
    rbac("clusterrolebindings", {
      kind: "ClusterRoleBinding",
      metadata: { name: "reader" },
      ...toRole("ClusterRole"),
      subjects: [{ kind: "Group", name: "web admins" }],
    }),
  ]),
];

beforeAll(async () => {
  bench = await openWorkBench();
  const upload = await bench.upload();
  await upload.store(...parts);
  await upload.complete(parts);
  while ((await indexNextParts({ ctx: bench.system(), input: { worker: "test", limit: 10 } })) > 0);
  snapshotId = upload.snapshotId;
  owner = { ...bench.system(), actor: { kind: "owner" } };
  const link = { snapshotId, namespaces: ["shop"], logs: false };
  const ports = withMethods(bench.ports, "metadata", { findLink: async () => link });
  reader = { ...owner, ports, actor: { kind: "link", tokenHash: "x" } };
});
afterAll(() => bench.close());

const find = async (ctx: Ctx, asked: Omit<FindObjects, "snapshotId" | "limit" | "within"> & Partial<FindObjects>) => {
  const input = FindObjects.parse({ snapshotId, ...asked });
  return FoundObjects.parse(await findObjects({ ctx, input }));
};
const places = ({ items }: FoundObjects) =>
  items.map(({ kind, namespace, name, matched }) => `${kind} ${namespace}/${name} by ${matched}`);

describe("finding objects", () => {
  it("tells who has an address, and nothing from outside of the link's namespaces", async () => {
    expect(places(await find(owner, { text: "10.0.0.1" }))).toEqual([
      "Pod bank/web by address",
      "Pod shop/web by address",
    ]);
    expect(places(await find(reader, { text: "10.0.0.1" }))).toEqual(["Pod shop/web by address"]);
    expect((await find(reader, { text: "web", namespaces: ["bank", ""] })).items).toEqual([]);
    expect((await find(reader, { text: "web" })).searched).toBe(8);
  });

  it("walks through all text to the end, for a reader through that of the link's namespaces alone", async () => {
    const text = "10.0.0.1";
    const within = "everything";
    const whole = await find(owner, { text, within });
    expect(places(whole)).toEqual(["Pod bank/web by address", "Pod bank/web-vault by text", "Pod shop/web by address"]);
    expect(whole.items[1]?.excerpt).toBe("note: 10.0.0.1 is the bank");
    expect(whole).toMatchObject({ searched: 18 });
    expect(whole.nextCursor).toBeUndefined();
    const part = await find(reader, { text, within });
    expect(places(part)).toEqual(["Pod shop/web by address"]);
    expect(part.searched).toBe(8);
  });

  it.each(["names", "everything"] as const)(
    "goes on by a cursor that is good for this reader alone: %s",
    async (within) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await find(owner, { text: "web", within, limit: 1, cursor });
        seen.push(...places(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(places(await find(owner, { text: "web", within, limit: 100 })));
      expect(seen.length).toBeGreaterThan(2);
      const { nextCursor } = await find(owner, { text: "web", within, limit: 1 });
      await expect(find(reader, { text: "web", within, cursor: nextCursor })).rejects.toMatchObject({
        code: "BAD_INPUT",
      });
      await expect(find(owner, { text: "api", within, cursor: nextCursor })).rejects.toMatchObject({
        code: "BAD_INPUT",
      });
    },
  );

  it("does not take the bounds between fields for text of one", async () => {
    expect((await find(owner, { text: "web\n10.0.0.1" })).items).toEqual([]);
    expect((await find(owner, { text: '"web", "', within: "everything" })).items).toEqual([]);
  });
});

describe("who can", () => {
  const ask = async (ctx: Ctx, asked: Partial<WhoCanQuery>) => {
    const input = WhoCanQuery.parse({ snapshotId, verb: "get", resource: "secrets", ...asked });
    const { subjects, missing } = WhoCan.parse(await whoCan({ ctx, input }));
    return { names: subjects.map(({ name }) => name), missing };
  };

  it("answers for one namespace or all, from the whole of RBAC", async () => {
    expect(await ask(owner, { namespace: "shop" })).toEqual({ names: ["web admins", "user of shop"], missing: [] });
    expect(await ask(owner, { namespace: "" })).toEqual({ names: ["web admins"], missing: [] });
    expect(await ask(owner, { namespace: "bank", verb: "delete" })).toEqual({ names: [], missing: [] });
  });

  it("says to the reader of a link what lies outside of it", async () => {
    const outside =
      "Roles and bindings of the whole cluster are outside the part of the snapshot that this link shows.";
    expect(await ask(reader, { namespace: "shop" })).toEqual({ names: ["user of shop"], missing: [outside] });
    expect(await ask(reader, { namespace: "" })).toEqual({ names: [], missing: [outside] });
    expect(await ask(reader, { namespace: "bank" })).toEqual({
      names: [],
      missing: [outside, "Namespace bank is outside of it too."],
    });
  });

  it("names kinds of RBAC that the capture does not hold, or not all of", async () => {
    const upload = await bench.upload();
    const some = [objectsPart("resources", "shop", [role("shop"), roleBinding("shop")])];
    await upload.store(...some);
    const detail = "The tool that made the bundle was not allowed to read this.";
    const coverage = [
      { kind: "forbidden" as const, what: "cluster-resources/rolebindings/shop.json", namespace: "", detail, count: 1 },
    ];
    await upload.complete(some, { coverage });
    while ((await indexNextParts({ ctx: bench.system(), input: { worker: "test", limit: 10 } })) > 0);
    expect(await ask(owner, { snapshotId: upload.snapshotId, namespace: "shop" })).toEqual({
      names: ["user of shop"],
      missing: [
        "This snapshot holds no ClusterRoles.",
        "This snapshot holds no ClusterRoleBindings.",
        "This snapshot holds only some Roles: extension-apiserver-authentication-reader, which every cluster has, is not in it.",
        `Not all RoleBindings were captured: ${detail}`,
      ],
    });
  });
});

describe("beside them", () => {
  it("the reader of a link learns of no other snapshot", async () => {
    await expect(findNeighbours({ ctx: reader, input: { snapshotId } })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await findNeighbours({ ctx: owner, input: { snapshotId } })).toEqual({});
  });

  it("what an object uses has the cells of its kind; what nobody captured or knows has none", async () => {
    const ref = { snapshotId, group: "", plural: "pods", namespace: "shop", name: "api" };
    const { related } = await getResource({ ctx: owner, input: ref });
    const told = related.map(({ kind, name, captured, cells }) => ({ kind, name, captured, cells }));
    expect(told).toEqual([
      { kind: "Widget", name: "owner", captured: true, cells: [] },
      { kind: "ConfigMap", name: "settings", captured: true, cells: [2, null] },
      { kind: "ConfigMap", name: "lost", captured: false, cells: [] },
    ]);
  });

  it("what is behind a service comes with where its ports lead", async () => {
    const input = { snapshotId, group: "", plural: "services", namespace: "shop", name: "door" };
    const { related } = ResourceDetail.parse(await getResource({ ctx: reader, input }));
    const told = related.map(({ name, relation, endpoints }) => ({ name, relation, endpoints }));
    const endpoints = [{ port: "web", addresses: ["10.0.0.7:8080"], total: 1 }];
    expect(told).toEqual([{ name: "door-1", relation: "used-by", endpoints }]);
  });

  it("pods in trouble of a workload come with when they last restarted, for a reader too", async () => {
    const upload = await bench.upload();
    const labels = { app: "web" };
    const ended = { terminated: { exitCode: 137, reason: "OOMKilled", finishedAt: "2021-08-05T09:50:00Z" } };
    const crashing = { name: "app", restartCount: 7, state: { waiting: { reason: "CrashLoopBackOff" } } };
    const deployment = {
      plural: "deployments",
      object: {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: metadata("web"),
        spec: { selector: { matchLabels: labels } },
      },
    };
    const some = [
      objectsPart("resources", "shop", [
        deployment,
        pod("shop", "web-1", {
          metadata: { ...metadata("web-1"), labels },
          status: { phase: "Running", containerStatuses: [{ ...crashing, lastState: ended }] },
        }),
        pod("shop", "web-2", { metadata: { ...metadata("web-2"), labels }, status: { phase: "Running" } }),
      ]),
    ];
    await upload.store(...some);
    await upload.complete(some);
    while ((await indexNextParts({ ctx: bench.system(), input: { worker: "test", limit: 10 } })) > 0);
    const { snapshotId: id } = upload;
    const link = { snapshotId: id, namespaces: ["shop"], logs: false };
    const ports = withMethods(bench.ports, "metadata", { findLink: async () => link });
    const input = { snapshotId: id, group: "apps", plural: "deployments", namespace: "shop", name: "web" };
    const { related } = ResourceDetail.parse(await getResource({ ctx: { ...reader, ports }, input }));
    expect(related.map(({ name, health, lastRestartAt }) => ({ name, health, lastRestartAt }))).toEqual([
      { name: "web-1", health: "failing", lastRestartAt: "2021-08-05T09:50:00.000Z" },
      { name: "web-2", health: "ok", lastRestartAt: undefined },
    ]);
  });

  it("a page holds up to 5,000 rows", async () => {
    const input = { snapshotId, filter: { group: "", plural: "pods" }, order: "name" as const, limit: 5_000 };
    expect((await listResources({ ctx: owner, input })).items).toHaveLength(4);
  });
});
