import type { Requirement } from "@kubin/kubernetes";
import type { ResourceFilter } from "@kubin/schema";
import { beforeEach, describe, expect, it } from "vitest";
import type { Scope } from "../../policy/scope.ts";
import type { PodsWanted, ResourceQuery } from "../../ports/metadata.ts";
import { type MetadataSuite, resource, wholeScope } from "./metadata-suite.ts";

export function describeResources(suite: MetadataSuite): void {
  describe("resources", () => {
    let scope: Scope;

    beforeEach(async () => {
      const snapshot = await suite.snapshot();
      scope = wholeScope(snapshot);
      const part = await suite.leased(snapshot, { type: "resources" });
      const pod = "u-web";
      await suite.port().putResources(part, [
        resource(0, {
          name: "web",
          uid: pod,
          owners: ["u-rs"],
          uses: ["/ConfigMap/shop/conf", "/Node//n1"],
          labels: { app: "web", n: "5" },
          facts: { images: [], node: "n1", amounts: undefined, certificates: [] },
        }),
        resource(1, {
          name: "db",
          health: "failing",
          restarts: 9,
          labels: { app: "db", env: "prod" },
          createdAt: undefined,
        }),
        resource(2, { namespace: "bank", name: "web", health: "warning", labels: { app: "web", env: "dev" } }),
        resource(3, { name: "conf", kind: "ConfigMap", plural: "configmaps", health: "unknown", labels: {} }),
        resource(4, { namespace: "", name: "n1", kind: "Node", plural: "nodes", health: "failing", labels: {} }),
        resource(5, {
          group: "apps",
          kind: "ReplicaSet",
          plural: "replicasets",
          name: "rs",
          uid: "u-rs",
          labels: {},
        }),
      ]);
    });

    const list = async (filter: ResourceQuery["filter"], order: ResourceQuery["order"] = "name") =>
      (await suite.port().listResources({ scope, filter, order, limit: 100 })).map(
        (one) => `${one.namespace}/${one.name}`,
      );

    it("gives back the whole record; the object only when asked", async () => {
      const ref = { group: "", plural: "pods", namespace: "shop", name: "db" };
      const { position: _, ...found } = (await suite.port().findResource(scope, ref)) ?? { position: [] };
      const labels = { app: "db", env: "prod" };
      const change = { name: "db", health: "failing", restarts: 9, labels, createdAt: undefined } as const;
      const { facts: _facts, ...stored } = resource(1, change);
      expect(found).toEqual(stored);
      const query = { scope, filter: { name: "db" }, order: "name" as const, limit: 1 };
      expect((await suite.port().listResources(query))[0]?.object).toEqual({});
      const [full] = await suite.port().listResources({ ...query, withObject: true });
      expect(full?.object).toMatchObject({ metadata: { name: "db" } });
      expect(await suite.port().findResource(scope, { ...ref, plural: "nodes" })).toBeUndefined();
    });

    const filters: [ResourceFilter, string[]][] = [
      [{}, ["/n1", "bank/web", "shop/conf", "shop/db", "shop/rs", "shop/web"]],
      [{ group: "", plural: "pods" }, ["bank/web", "shop/db", "shop/web"]],
      [{ plural: "replicasets" }, ["shop/rs"]],
      [{ namespaces: ["shop"], plural: "pods" }, ["shop/db", "shop/web"]],
      [{ namespaces: ["bank", ""] }, ["/n1", "bank/web"]],
      [{ name: "web" }, ["bank/web", "shop/web"]],
      [{ health: ["failing"] }, ["/n1", "shop/db"]],
      [{ health: ["warning", "unknown"] }, ["bank/web", "shop/conf"]],
      [{ text: "WEB" }, ["bank/web", "shop/web"]],
      [{ text: "prod" }, ["shop/db"]],
      [{ text: "w_b" }, []],
    ];
    it.each(filters)("filters by %j, and counts the same", async (filter, expected) => {
      const { selector: _, ...rest } = filter;
      expect(await list(rest)).toEqual(expected);
      expect(await suite.port().countResources({ scope, filter: rest })).toBe(expected.length);
    });

    const selectors: [Requirement[], string[]][] = [
      [[{ key: "app", op: "in", values: ["web"] }], ["bank/web", "shop/web"]],
      [[{ key: "app", op: "in", values: ["web", "db"] }], ["bank/web", "shop/db", "shop/web"]],
      [[{ key: "env", op: "notin", values: ["dev"] }], ["shop/db", "shop/web"]],
      [[{ key: "env", op: "exists", values: [] }], ["bank/web", "shop/db"]],
      [[{ key: "env", op: "absent", values: [] }], ["shop/web"]],
      [[{ key: "n", op: "gt", values: ["4"] }], ["shop/web"]],
      [[{ key: "n", op: "lt", values: ["5"] }], []],
      [[{ key: "app", op: "gt", values: ["4"] }], []],
      [[{ key: "app' OR '1'='1", op: "exists", values: [] }], []],
      [
        [
          { key: "app", op: "in", values: ["web"] },
          { key: "env", op: "exists", values: [] },
        ],
        ["bank/web"],
      ],
    ];
    it.each(selectors)("selects by labels %j, and counts the same", async (selector, expected) => {
      const filter = { plural: "pods", selector };
      expect(await list(filter)).toEqual(expected);
      expect(await suite.port().countResources({ scope, filter })).toBe(expected.length);
    });

    it("orders by health and by age", async () => {
      expect(await list({}, "health")).toEqual(["/n1", "shop/db", "bank/web", "shop/conf", "shop/rs", "shop/web"]);
      expect(await list({}, "newest")).toEqual(["shop/rs", "/n1", "shop/conf", "bank/web", "shop/web", "shop/db"]);
    });

    it.each(["name", "health", "newest"] as const)(
      "pages by %s show each object once, in the order of one page",
      async (order) => {
        const query = { scope, filter: {}, order };
        const whole = await suite.port().listResources({ ...query, limit: 100 });
        for (const limit of [1, 2, 4]) {
          const paged = [];
          let after: (string | number)[] | undefined;
          do {
            const page = await suite.port().listResources({ ...query, limit, after });
            paged.push(...page);
            after = page.at(-1)?.position;
          } while (after);
          expect(paged).toEqual(whole);
        }
        const wrong = suite.port().listResources({ ...query, limit: 1, after: ["x"] });
        await expect(wrong).rejects.toMatchObject({ code: "BAD_INPUT" });
      },
    );

    it("finds by uid, by key, owned and users", async () => {
      const names = (found: { name: string }[]) => found.map((one) => one.name).sort();
      expect(names(await suite.port().findByUid(scope, ["u-web", "u-rs", "none"]))).toEqual(["rs", "web"]);
      expect(await suite.port().findByUid(scope, [])).toEqual([]);
      const keys = ["/Pod/shop/web", "apps/ReplicaSet/shop/rs", "/Node//n1", "/Pod/shop/none", "nonsense"];
      const byKey = await suite.port().findByKey(scope, keys);
      expect(names(byKey)).toEqual(["n1", "rs", "web"]);
      expect(byKey.every((one) => "metadata" in one.object)).toBe(true);
      expect(await suite.port().findByKey(scope, [])).toEqual([]);
      expect(names(await suite.port().findOwned(scope, "u-rs"))).toEqual(["web"]);
      expect(names(await suite.port().findUsers(scope, "/Node//n1"))).toEqual(["web"]);
      const pods = (wanted: PodsWanted) => suite.port().findPods(scope, wanted, 10);
      const web = [{ namespace: "shop", name: "web" }];
      expect(await pods({ below: { uid: "u-rs" } })).toEqual(web);
      expect(await pods({ below: { uid: "u-web" } })).toEqual(web);
      expect(await pods({ below: { uid: "none" } })).toEqual([]);
      expect(await pods({ below: { name: "r*" } })).toEqual(web);
      expect(await pods({ below: { name: "rs", kind: "replicasets" } })).toEqual(web);
      expect(await pods({ below: { name: "rs", kind: "replicaset" } })).toEqual(web);
      expect(await pods({ below: { name: "rs", kind: "deployment" } })).toEqual([]);
      expect(await pods({ below: { name: "web" } })).toEqual([]);
      expect(await pods({ node: "n*" })).toEqual(web);
      expect(await pods({ node: "n" })).toEqual([]);
      expect(await suite.port().findPods(scope, { node: "*" }, 0)).toEqual([]);
      expect(names(await suite.port().findUsers(scope, "/ConfigMap/shop/none"))).toEqual([]);
    });

    it("counts kinds and names namespaces and what fails, nodes first", async () => {
      const kind = { version: "v1", namespaced: true, failing: 0, warning: 0, total: 1 };
      expect(await suite.port().kinds(scope)).toEqual([
        { ...kind, group: "", kind: "ConfigMap", plural: "configmaps" },
        { ...kind, group: "", kind: "Node", plural: "nodes", namespaced: false, failing: 1 },
        { ...kind, group: "", kind: "Pod", plural: "pods", total: 3, failing: 1, warning: 1 },
        { ...kind, group: "apps", kind: "ReplicaSet", plural: "replicasets" },
      ]);
      expect(await suite.port().namespaces(scope)).toEqual(["bank", "shop"]);
      const unwell = (health: "failing" | "warning", limit: number) => suite.port().unwell({ scope, health, limit });
      expect((await unwell("failing", 10)).map((one) => one.name)).toEqual(["n1", "db"]);
      expect(await unwell("failing", 1)).toHaveLength(1);
      expect(await unwell("warning", 10)).toHaveLength(1);
    });

    it("counts a namespace that was captured and holds nothing, as it lists and names it", async () => {
      const snapshot = await suite.snapshot();
      const part = await suite.leased(snapshot, { type: "resources" });
      const empty = { namespace: "", name: "empty", kind: "Namespace", plural: "namespaces" };
      await suite.port().putResources(part, [resource(0, { name: "web" }), resource(1, empty)]);
      const whole = wholeScope(snapshot);
      expect(await suite.port().namespaces(whole)).toEqual(["empty", "shop"]);
      expect((await suite.port().totals(whole)).counts.namespaces).toBe(2);
      expect(await suite.port().namespaces({ ...whole, namespaces: ["shop"] })).toEqual(["shop"]);
    });

    it("knows nothing of it in another generation", async () => {
      const next = { ...scope, generation: 2 };
      expect(await suite.port().listResources({ scope: next, filter: {}, order: "name", limit: 10 })).toEqual([]);
      expect(await suite.port().kinds(next)).toEqual([]);
    });
  });
}
