import { describe, expect, it } from "vitest";
import type { Scope } from "../../policy/scope.ts";
import type { SnapshotRecord } from "../../ports/metadata.ts";
import { event, type MetadataSuite, resource, scopeOf, wholeScope } from "./metadata-suite.ts";

/** The same content of namespace `shop` in every snapshot; elsewhere as much and as different as `noise` says. */
async function fill(suite: MetadataSuite, snapshot: SnapshotRecord, noise: number): Promise<void> {
  for (let other = 0; other < noise; other++) {
    const namespace = ["", "bank", "shop-2"][other % 3] ?? "";
    await fillNamespace({ suite, snapshot, namespace, mark: `noise-${other}`, health: "failing" });
  }
  await fillNamespace({ suite, snapshot, namespace: "shop", mark: "same", health: "warning" });
}

async function fillNamespace(opts: {
  suite: MetadataSuite;
  snapshot: SnapshotRecord;
  namespace: string;
  mark: string;
  health: "failing" | "warning";
}): Promise<void> {
  const { suite, snapshot, namespace, mark, health } = opts;
  const port = suite.port();
  const owners = ["u-owner"];
  const uses = ["/ConfigMap/shop/conf"];
  const facts = {
    images: [`image-of-${mark}`, "image"],
    node: "n1",
    amounts: { requests: { cpu: 1, memory: 2 }, limits: { cpu: 3, memory: 4 } },
    certificates: [{ at: "data", subject: mark, notAfter: new Date(0) }],
  };
  const part = await suite.leased(snapshot, { type: "resources", namespace });
  await port.putResources(part, [
    resource(0, { namespace, name: `${mark}-a`, health, uid: "u-a", owners, uses, labels: { app: "x" }, facts }),
    resource(1, { namespace, name: `${mark}-b`, kind: mark, plural: `${mark}s`, uid: `u-${mark}` }),
    resource(2, { namespace, name: `${mark}-c`, health: "failing", createdAt: undefined }),
  ]);
  const about = { group: "", kind: "Pod", namespace: "shop", name: "web-0" };
  const events = await suite.leased(snapshot, { type: "events", namespace });
  await port.putEvents(events, [event(0, { namespace, name: mark, type: "Warning", message: mark, about })]);
  const logs = await suite.leased(snapshot, { type: "logs", namespace });
  const member = { namespace, pod: "web-0", container: mark, source: "current" as const };
  await port.putLogStreams(logs, [{ ...member, offset: 0, length: 5, firstLine: 0, lines: 4, bytes: 30 }]);
  const gaps = [{ kind: "cut" as const, what: mark, namespace, detail: "cut", count: 1 }];
  await port.putCoverage(snapshot.id, mark, { gaps, redactions: [{ rule: "secrets", namespace, count: 2 }] });
}

/** Every read of the port under one scope, with what names rows inside the store taken out. */
async function everything(suite: MetadataSuite, scope: Scope): Promise<unknown> {
  const port = suite.port();
  const lists = (["name", "health", "newest"] as const).map((order) =>
    port.listResources({ scope, filter: { namespaces: ["shop", "bank", ""] }, order, limit: 100 }),
  );
  const about = { kind: "Pod", namespace: "shop", name: "web-0" };
  const answers = await Promise.all([
    ...lists,
    port.countResources({ scope, filter: {} }),
    port.countResources({ scope, filter: { text: "noise" } }),
    port.countResources({ scope, filter: { selector: [{ key: "app", op: "exists", values: [] }] } }),
    port.findResource(scope, { group: "", plural: "pods", namespace: "", name: "noise-0-a" }),
    port.findByUid(scope, ["u-a", "u-noise-0", "u-same"]),
    port.findByKey(scope, ["/Pod/shop/same-a", "/Pod/bank/noise-1-a", "/Pod//noise-0-a"]),
    port.findOwned(scope, "u-owner"),
    port.findPods(scope, { below: { uid: "u-owner" } }, 100),
    port.findPods(scope, { below: { name: "*" } }, 100),
    port.findPods(scope, { node: "*" }, 100),
    port.findUsers(scope, "/ConfigMap/shop/conf"),
    port.findByName({ scope, text: "-a", limit: 100 }),
    port.walkObjects({ scope, text: "noise", limit: 100, walk: 100 }),
    port.walkObjects({ scope, text: "same", limit: 100, walk: 2 }),
    port.kinds(scope),
    port.namespaces(scope),
    port.listEvents({ scope, about, limit: 100 }),
    port.listEvents({ scope, aboutAny: [about, { ...about, namespace: "bank" }], limit: 100 }),
    port.countEvents({ scope, from: new Date(0), to: new Date("2100-01-01") }),
    port.countEvents({ scope }),
    port.countEvents({ scope, namespaces: ["bank"] }),
    port.warningGroups(scope, 100),
    port.unwell({ scope, health: "failing", limit: 100 }),
    port.unwell({ scope, health: "warning", limit: 100 }),
    port.nodes(scope, 100),
    port.nodeSums(scope),
    port.podAmounts(scope, "n1"),
    port.images(scope, 100),
    port.certificates({ scope, now: new Date(), limit: 100 }),
    port.eventSpan(scope),
    port.eventSpan(scope, ["bank", ""]),
    port.eventBars({ scope, from: new Date(0), to: new Date("2100-01-01"), bucketMs: 1e10 }),
    port.eventBars({ scope, namespaces: ["bank", ""], from: new Date(0), to: new Date("2100-01-01"), bucketMs: 1e10 }),
    port.listLogStreams({ scope, limit: 100 }),
    port.countLogStreams({ scope }),
    port.findLogStream(scope, { namespace: "bank", pod: "web-0", container: "noise-1", source: "current" }),
    port.coverage(scope, 100),
    port.totals(scope),
  ]);
  return JSON.parse(JSON.stringify(answers, (key, value) => (key === "position" ? undefined : value)));
}

export function describeScopes(suite: MetadataSuite): void {
  describe("scopes", () => {
    it("two snapshots that are equal in a namespace are equal under a scope of it, in every answer", async () => {
      const [quiet, loud] = [await suite.snapshot(), await suite.snapshot()];
      await fill(suite, quiet, 0);
      await fill(suite, loud, 5);
      expect(await everything(suite, scopeOf(loud, "shop"))).toEqual(await everything(suite, scopeOf(quiet, "shop")));
      // And a whole reader does see the difference: the answers above are not merely empty.
      expect((await suite.port().totals(scopeOf(loud, "shop"))).counts).toMatchObject({
        objects: 3,
        events: 1,
        logLines: 4,
      });
      expect((await suite.port().totals(wholeScope(loud))).counts).toMatchObject({
        objects: 18,
        events: 6,
        logLines: 24,
      });
    });

    it("a list never holds what is cluster-scoped, and an empty one holds nothing", async () => {
      const snapshot = await suite.snapshot();
      await fill(suite, snapshot, 3);
      const clusterToo = await everything(suite, scopeOf(snapshot, "shop", ""));
      expect(clusterToo).toEqual(await everything(suite, scopeOf(snapshot, "shop")));
      expect((await suite.port().totals(scopeOf(snapshot))).counts).toMatchObject({ objects: 0, types: 0, events: 0 });
      expect(await suite.port().kinds(scopeOf(snapshot))).toEqual([]);
      expect((await suite.port().totals(scopeOf(snapshot, "shop", "bank"))).counts).toMatchObject({ objects: 6 });
    });
  });
}
