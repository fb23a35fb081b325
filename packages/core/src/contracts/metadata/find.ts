import { beforeEach, describe, expect, it } from "vitest";
import type { Scope } from "../../policy/scope.ts";
import type { FindQuery, FoundResource } from "../../ports/metadata.ts";
import { type MetadataSuite, resource, scopeOf, wholeScope } from "./metadata-suite.ts";

const named = (one: FoundResource) => `${one.kind} ${one.namespace}/${one.name}`;

export function describeFind(suite: MetadataSuite): void {
  describe("finding objects", () => {
    let whole: Scope;
    let ofShop: Scope;

    beforeEach(async () => {
      const snapshot = await suite.snapshot();
      [whole, ofShop] = [wholeScope(snapshot), scopeOf(snapshot, "shop")];
      const ofKind = (kind: string) => ({ kind, plural: `${kind.toLowerCase()}s` });
      const rows = [
        { name: "web", searchText: "web\n10.0.0.12\nregistry/web:1" },
        { ...ofKind("Service"), name: "web", searchText: "web\n10.0.0.1\napp=web" },
        { name: "web-1", searchText: "web-1\n10.0.0.13", object: { spec: { note: 'a "quoted"\tÄpfel Text' } } },
        { name: "my-web", searchText: "my-web\nnote=50%_off\\" },
        { ...ofKind("Deployment"), name: "api", searchText: "api\nimage/web:2", object: { spec: { port: 8080 } } },
        { ...ofKind("Event"), name: "web.17", searchText: "web.17", object: { message: "Äpfel" } },
      ];
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      await suite.port().putResources(
        part,
        rows.map((row, index) => resource(index, row)),
      );
      const other = await suite.leased(snapshot, { type: "resources", namespace: "bank" });
      const secret = { namespace: "bank", name: "web", searchText: "web\n10.0.0.1", object: { note: "äPFEL 8080" } };
      await suite.port().putResources(other, [resource(0, secret)]);
    });

    const find = async (text: string, change: Partial<FindQuery> = {}) =>
      (await suite.port().findByName({ scope: whole, text, limit: 100, ...change })).found.map(named);

    it("puts exact names first, then names that begin so, that hold it, and the rest by kind; events are left out", async () => {
      const { found, searched } = await suite.port().findByName({ scope: whole, text: "WEB", limit: 100 });
      expect(found.map(named)).toEqual([
        "Pod bank/web",
        "Pod shop/web",
        "Service shop/web",
        "Pod shop/web-1",
        "Pod shop/my-web",
        "Deployment shop/api",
      ]);
      expect(searched).toBe(6);
      expect(found[0]?.object).toEqual({ note: "äPFEL 8080" });
    });

    it("puts who has exactly this address before who has one that begins so", async () => {
      const expected = ["Pod bank/web", "Service shop/web", "Pod shop/web", "Pod shop/web-1"];
      expect(await find("10.0.0.1")).toEqual(expected);
      expect(await find("10.0.0.12")).toEqual(["Pod shop/web"]);
    });

    it("puts who has an address before who repeats it: endpoints, and pods for that of their node", async () => {
      const snapshot = await suite.snapshot();
      const scope = wholeScope(snapshot);
      const part = await suite.leased(snapshot, { type: "resources", namespace: "shop" });
      const rows = [
        { name: "a", kind: "EndpointSlice", searchText: "a\n10.0.0.1" },
        { name: "b", searchText: "b\n10.0.0.7\n10.0.0.1" },
        { name: "c", searchText: "c\n10.0.0.1\n10.0.0.9" },
        { name: "d", kind: "Service", searchText: "d\n10.0.0.1" },
      ];
      await suite.port().putResources(
        part,
        rows.map((row, index) => resource(index, row)),
      );
      expect(await find("10.0.0.1", { scope })).toEqual([
        "Pod shop/c",
        "Service shop/d",
        "EndpointSlice shop/a",
        "Pod shop/b",
      ]);
    });

    it.each([
      ["50%_off\\", ["Pod shop/my-web"]],
      ["50__off", []],
      ["%", ["Pod shop/my-web"]],
      ["'; DROP TABLE resources; --", []],
    ])("takes %s as it is written", async (text, expected) => {
      expect(await find(text)).toEqual(expected);
    });

    it("pages by rank show each object once, in the order of one page", async () => {
      const once = await find("web");
      for (const limit of [1, 2, 4]) {
        const paged: string[] = [];
        let after: (string | number)[] | undefined;
        do {
          const { found } = await suite.port().findByName({ scope: whole, text: "web", limit, after });
          paged.push(...found.map(named));
          after = found.at(-1)?.position;
        } while (after);
        expect(paged).toEqual(once);
      }
      const wrong = suite.port().findByName({ scope: whole, text: "web", limit: 1, after: ["x"] });
      await expect(wrong).rejects.toMatchObject({ code: "BAD_INPUT" });
    });

    it("finds nothing outside of its scope, and only in the namespaces asked for", async () => {
      expect(await find("10.0.0.1", { namespaces: ["bank"] })).toEqual(["Pod bank/web"]);
      expect(await find("10.0.0.1", { scope: ofShop, namespaces: ["bank"] })).toEqual([]);
      expect(await find("web", { scope: ofShop })).not.toContain("Pod bank/web");
      expect((await suite.port().findByName({ scope: ofShop, text: "web", limit: 1 })).searched).toBe(5);
    });

    const walkAll = async (text: string, change: Partial<FindQuery> & { walk?: number } = {}) => {
      const names: string[] = [];
      let walked = 0;
      let after: (string | number)[] | undefined;
      do {
        const query = { scope: whole, text, limit: 100, walk: 100, ...change, after };
        const page = await suite.port().walkObjects(query);
        expect(page.walked).toBeLessThanOrEqual(query.walk);
        names.push(...page.found.map(named));
        walked += page.walked;
        after = page.position;
      } while (after);
      return { names, walked };
    };

    it.each([
      ["8080", ["Pod bank/web", "Deployment shop/api"]],
      ["äpfel", ["Pod bank/web", "Event shop/web.17", "Pod shop/web-1"]],
      ['"Quoted"\t', ["Pod shop/web-1"]],
      ["80%0", []],
      ["8_80", []],
    ])("walks through any text for %j, by namespace and name", async (text, expected) => {
      const pages: [number, number][] = [
        [100, 100],
        [1, 3],
        [2, 1],
        [1, 100],
      ];
      for (const [limit, walk] of pages) {
        const { names, walked } = await walkAll(text, { limit, walk });
        expect(names.toSorted()).toEqual(expected.toSorted());
        expect(walked).toBe(7);
      }
    });

    it("walks nothing outside of its scope", async () => {
      expect(await walkAll("8080", { scope: ofShop })).toEqual({ names: ["Deployment shop/api"], walked: 6 });
      expect(await walkAll("8080", { namespaces: ["bank"] })).toEqual({ names: ["Pod bank/web"], walked: 1 });
      expect(await walkAll("8080", { scope: ofShop, namespaces: ["bank"] })).toEqual({ names: [], walked: 0 });
    });
  });
}
