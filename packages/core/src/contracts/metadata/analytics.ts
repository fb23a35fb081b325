import { beforeEach, describe, expect, it } from "vitest";
import type { Scope } from "../../policy/scope.ts";
import type { ResourceRecord, SnapshotRecord } from "../../ports/metadata.ts";
import { event, type MetadataSuite, resource, scopeOf, wholeScope } from "./metadata-suite.ts";

const noFacts: ResourceRecord["facts"] = { images: [], node: "", amounts: undefined, certificates: [] };
const amounts = (cpu: number, memory: number) => ({ requests: { cpu, memory }, limits: { cpu: cpu * 2, memory: 0 } });
const now = new Date("2026-06-01T00:00:00Z");

function pod(index: number, facts: Partial<ResourceRecord["facts"]>, namespace = "shop"): ResourceRecord {
  return resource(index, { namespace, facts: { ...noFacts, ...facts } });
}

function node(index: number, change: Partial<ResourceRecord>): ResourceRecord {
  return resource(index, { namespace: "", kind: "Node", plural: "nodes", ...change });
}

export function describeAnalytics(suite: MetadataSuite): void {
  describe("analytics", () => {
    let snapshot: SnapshotRecord;
    let scope: Scope;

    const put = async (namespace: string, rows: ResourceRecord[]): Promise<void> =>
      suite.port().putResources(await suite.leased(snapshot, { type: "resources", namespace }), rows);

    beforeEach(async () => {
      snapshot = await suite.snapshot();
      scope = wholeScope(snapshot);
    });

    it("sums what pods that are not over ask for, node by node", async () => {
      await put("shop", [
        pod(0, { node: "n1", amounts: amounts(0.1, 128) }),
        pod(1, { node: "n1", amounts: amounts(0.25, 2 ** 40) }),
        pod(2, { node: "n1" }),
        pod(3, { amounts: amounts(1, 1) }),
      ]);
      await put("bank", [pod(4, { node: "n2", amounts: amounts(2, 5) }, "bank")]);
      const sums = (node: string, pods: number, [cpu, memory]: [number, number]) => ({
        node,
        pods,
        ...amounts(cpu, memory),
      });
      expect(await suite.port().nodeSums(scope)).toEqual([
        sums("", 1, [1, 1]),
        sums("n1", 2, [0.35, 2 ** 40 + 128]),
        sums("n2", 1, [2, 5]),
      ]);
      expect(await suite.port().nodeSums(scopeOf(snapshot, "bank"))).toEqual([sums("n2", 1, [2, 5])]);
    });

    it("tells what each pod of a node that is not over asks for", async () => {
      await put("shop", [
        pod(0, { node: "n1", amounts: amounts(0.25, 2 ** 40) }),
        pod(1, { node: "n1" }),
        pod(2, { node: "n2", amounts: amounts(1, 1) }),
      ]);
      await put("bank", [pod(3, { node: "n1", amounts: amounts(2, 5) }, "bank")]);
      const [bank, shop] = [expect.objectContaining(amounts(2, 5)), expect.objectContaining(amounts(0.25, 2 ** 40))];
      const found = await suite.port().podAmounts(scope, "n1");
      expect(found).toEqual([bank, shop]);
      expect(found.map(({ namespace }) => namespace)).toEqual(["bank", "shop"]);
      expect(await suite.port().podAmounts(scopeOf(snapshot, "bank"), "n1")).toEqual([bank]);
      expect(await suite.port().podAmounts(scope, "none")).toEqual([]);
    });

    it("gives nodes failing first, then by name, with what they have and what was used", async () => {
      const allocatable = { cpu: "3500m", memory: "16Gi", pods: "250" };
      const usage = { cpu: "812m", memory: "3Gi" };
      await put("", [
        node(0, { name: "b", object: { status: { allocatable } } }),
        node(1, { name: "a", health: "unknown", object: { status: "odd" } }),
        node(2, { name: "z", health: "failing", reason: "not ready", object: {} }),
        node(3, { group: "metrics.k8s.io", kind: "NodeMetrics", name: "b", object: { usage } }),
      ]);
      const found = await suite.port().nodes(scope, 10);
      expect(found).toEqual({
        total: 3,
        items: [
          { name: "z", health: "failing", reason: "not ready", allocatable: null, usage: undefined },
          { name: "a", health: "unknown", reason: "", allocatable: null, usage: undefined },
          { name: "b", health: "ok", reason: "", allocatable, usage },
        ],
      });
      expect(await suite.port().nodes(scope, 1)).toMatchObject({ total: 3, items: [{ name: "z" }] });
      expect(await suite.port().nodes(scopeOf(snapshot, "shop", ""), 10)).toEqual({ total: 0, items: [] });
    });

    it("counts the pods of each image, most used first, with their namespaces", async () => {
      await put("shop", [pod(0, { images: ["web:1", "proxy:2"] }), pod(1, { images: ["web:1"] })]);
      await put("bank", [pod(2, { images: ["db:3", "proxy:2"] }, "bank"), pod(3, {}, "bank")]);
      expect(await suite.port().images(scope, 10)).toEqual({
        total: 3,
        items: [
          { image: "proxy:2", pods: 2, namespaces: ["bank", "shop"] },
          { image: "web:1", pods: 2, namespaces: ["shop"] },
          { image: "db:3", pods: 1, namespaces: ["bank"] },
        ],
      });
      expect(await suite.port().images(scopeOf(snapshot, "shop"), 1)).toEqual({
        total: 2,
        items: [{ image: "web:1", pods: 2, namespaces: ["shop"] }],
      });
    });

    it("gives certificates by their end, each once with who holds it, and counts those over and soon over", async () => {
      const secret = (index: number, certificates: ResourceRecord["facts"]["certificates"]) =>
        resource(index, {
          kind: "Secret",
          plural: "secrets",
          name: `tls-${index}`,
          facts: { ...noFacts, certificates },
        });
      const certificate = (notAfter: string, at = "data") => ({ at, subject: "CN=a", notAfter: new Date(notAfter) });
      await put("shop", [
        secret(0, [certificate("2026-06-01T00:00:01Z", "b"), certificate("2027-01-01"), certificate("2026-07-02")]),
        secret(1, [certificate("2026-06-01", "z"), certificate("2026-07-01"), certificate("2026-06-01")]),
        secret(2, [certificate("2026-06-01")]),
        secret(3, []),
      ]);
      await put("bank", [{ ...secret(4, [certificate("2026-06-01")]), namespace: "bank" }]);
      const secretRef = { group: "", kind: "Secret", plural: "secrets" };
      const ref = (name: string, namespace = "shop", at = "data") => ({ ...secretRef, namespace, name, at });
      const subject = "CN=a";
      expect(await suite.port().certificates({ scope, now, limit: 2 })).toEqual({
        total: 5,
        expired: 1,
        soon: 2,
        items: [
          {
            ...ref("tls-4", "bank"),
            subject,
            notAfter: "2026-06-01T00:00:00.000Z",
            objects: 3,
            others: [ref("tls-1"), ref("tls-2")],
          },
          { ...ref("tls-0", "shop", "b"), subject, notAfter: "2026-06-01T00:00:01.000Z", objects: 1, others: [] },
        ],
      });
      expect(await suite.port().certificates({ scope: scopeOf(snapshot, "bank"), now, limit: 2 })).toMatchObject({
        total: 1,
        items: [{ ...ref("tls-4", "bank"), objects: 1, others: [] }],
      });
      const none = { total: 0, expired: 0, soon: 0, items: [] };
      expect(await suite.port().certificates({ scope: scopeOf(snapshot, "none"), now, limit: 2 })).toEqual(none);
    });

    it("counts events over time, each once and where it was seen last", async () => {
      const part = await suite.leased(snapshot, { type: "events", namespace: "shop" });
      const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms);
      await suite
        .port()
        .putEvents(part, [
          event(0, { firstAt: at(0), lastAt: at(1000), count: 9 }),
          event(1, { type: "Warning", firstAt: at(1999), lastAt: undefined }),
          event(2, { type: "Warning", lastAt: at(5000) }),
          event(3, { firstAt: undefined, lastAt: undefined }),
        ]);
      expect(await suite.port().eventSpan(scope)).toEqual({ first: at(1000), last: at(5000) });
      const bars = { scope, from: at(0), to: at(5000), bucketMs: 1000 };
      expect(await suite.port().eventBars(bars)).toEqual([{ bucket: 1, normal: 1, warning: 1 }]);
      expect(await suite.port().eventBars({ ...bars, from: at(1001), to: at(5001) })).toEqual([
        { bucket: 0, normal: 0, warning: 1 },
        { bucket: 3, normal: 0, warning: 1 },
      ]);
      const ever = { ...bars, from: new Date("0001-01-01T00:00:00Z"), to: new Date("9999-12-31T00:00:00Z") };
      expect((await suite.port().eventBars({ ...ever, bucketMs: 1e15 })).map((bar) => bar.warning)).toEqual([2]);
      expect(await suite.port().eventSpan(scope, ["bank"])).toBeUndefined();
      expect(await suite.port().eventBars({ ...bars, namespaces: ["bank"] })).toEqual([]);
      expect(await suite.port().eventBars({ ...bars, scope: scopeOf(snapshot, "bank") })).toEqual([]);
    });
  });
}
