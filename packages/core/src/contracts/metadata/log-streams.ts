import { beforeEach, describe, expect, it } from "vitest";
import type { Scope } from "../../policy/scope.ts";
import { type MetadataSuite, wholeScope } from "./metadata-suite.ts";

const web = { namespace: "shop", pod: "web-0", container: "app", source: "current" as const };
const previous = { ...web, source: "previous" as const };
const db = { ...web, pod: "db_0", container: "sql" };
const bank = { ...web, namespace: "bank" };

export function describeLogStreams(suite: MetadataSuite): void {
  describe("log streams", () => {
    let scope: Scope;

    beforeEach(async () => {
      const snapshot = await suite.snapshot();
      scope = wholeScope(snapshot);
      const one = { length: 9, lines: 10, bytes: 100 };
      const early = new Date("2026-01-01T00:00:00Z");
      const late = new Date("2026-01-02T00:00:00Z");
      const first = await suite.leased(snapshot, { type: "logs", namespace: "shop" });
      await suite.port().putLogStreams(first, [
        { ...web, ...one, offset: 0, firstLine: 0, firstAt: early, lastAt: early },
        { ...previous, ...one, offset: 9, firstLine: 0 },
        { ...db, ...one, offset: 18, firstLine: 0 },
      ]);
      const second = await suite.leased(snapshot, { type: "logs", namespace: "shop" });
      await suite
        .port()
        .putLogStreams(second, [{ ...web, ...one, offset: 0, firstLine: 10, firstAt: late, lastAt: late }]);
      const third = await suite.leased(snapshot, { type: "logs", namespace: "bank" });
      await suite.port().putLogStreams(third, [{ ...bank, ...one, offset: 0, firstLine: 0 }]);
    });

    it("are the sums of their members over all parts", async () => {
      const firstAt = "2026-01-01T00:00:00.000Z";
      const lastAt = "2026-01-02T00:00:00.000Z";
      expect(await suite.port().findLogStream(scope, web)).toEqual({ ...web, lines: 20, bytes: 200, firstAt, lastAt });
      expect(await suite.port().findLogStream(scope, previous)).toEqual({ ...previous, lines: 10, bytes: 100 });
      expect(await suite.port().findLogStream(scope, { ...web, pod: "none" })).toBeUndefined();
      const counts = { logStreams: 4, logLines: 50, namespaces: 2 };
      expect((await suite.port().totals(scope)).counts).toMatchObject(counts);
      expect(await suite.port().namespaces(scope)).toEqual(["bank", "shop"]);
    });

    const all = [
      "bank/web-0/app/current",
      "shop/db_0/sql/current",
      "shop/web-0/app/current",
      "shop/web-0/app/previous",
    ];
    it.each([
      [{}, all],
      [{ namespaces: ["bank"] }, all.slice(0, 1)],
      [{ pod: "web-0" }, [all[0], all[2], all[3]]],
      [{ text: "B_0/S" }, [all[1]]],
      [{ text: "web_0" }, []],
    ])("filter by %j, and count the same", async (filter, expected) => {
      const found = await suite.port().listLogStreams({ scope, ...filter, limit: 10 });
      expect(found.map((one) => `${one.namespace}/${one.pod}/${one.container}/${one.source}`)).toEqual(expected);
      expect(await suite.port().countLogStreams({ scope, ...filter })).toBe(expected.length);
    });

    it("page without a gap or a double", async () => {
      const seen = [];
      let after: string[] | undefined;
      do {
        const page = await suite.port().listLogStreams({ scope, limit: 1, after });
        seen.push(...page.map((one) => [one.namespace, one.pod, one.container, one.source]));
        after = seen[seen.length - 1 + (page.length === 0 ? 1 : 0)];
      } while (after);
      expect(seen.map((one) => one.join("/"))).toEqual(all);
    });

    it("do not exist for a reader without logs", async () => {
      const blind = { ...scope, logs: false };
      expect(await suite.port().listLogStreams({ scope: blind, limit: 10 })).toEqual([]);
      expect(await suite.port().countLogStreams({ scope: blind })).toBe(0);
      expect(await suite.port().findLogStream(blind, web)).toBeUndefined();
      const { counts, progress } = await suite.port().totals(blind);
      expect({ ...counts, ...progress }).toMatchObject({ logStreams: 0, logLines: 0, partsKnown: 0, namespaces: 0 });
      expect(await suite.port().namespaces(blind)).toEqual([]);
    });
  });
}
