import { beforeEach, describe, expect, it } from "vitest";
import type { Scope } from "../../policy/scope.ts";
import { event, type MetadataSuite, wholeScope } from "./metadata-suite.ts";

export function describeEvents(suite: MetadataSuite): void {
  describe("events", () => {
    let scope: Scope;

    beforeEach(async () => {
      const snapshot = await suite.snapshot();
      scope = wholeScope(snapshot);
      const shop = await suite.leased(snapshot, { type: "events", namespace: "shop" });
      const bank = await suite.leased(snapshot, { type: "events", namespace: "bank" });
      const db = { group: "", kind: "Pod", namespace: "shop", name: "db-0", uid: "u-db" };
      const bankPod = { ...db, namespace: "bank" };
      await suite
        .port()
        .putEvents(shop, [
          event(0),
          event(1, { type: "Warning", reason: "BackOff", message: "Back-off 100% of ÄPFEL", count: 7, about: db }),
          event(2, { lastAt: undefined }),
          event(3, { firstAt: undefined, lastAt: undefined }),
        ]);
      await suite.port().putEvents(bank, [
        event(4, {
          namespace: "bank",
          type: "Warning",
          reason: "BackOff",
          message: "newest",
          count: 2,
          about: bankPod,
        }),
        event(5, { namespace: "bank", type: "Warning", reason: "Failed", message: "pull", about: bankPod }),
      ]);
    });

    const names = async (filter: object) =>
      (await suite.port().listEvents({ scope, ...filter, limit: 100 })).map((one) => one.name.slice(6)).join("");

    it("come newest first, those without a time last, and as they were stored", async () => {
      expect(await names({})).toBe("542103");
      const [, , , found] = await suite.port().listEvents({ scope, limit: 4 });
      const { position: _, ...row } = found ?? { position: [] };
      const { index: _index, firstAt, lastAt, ...stored } = event(1, { type: "Warning", reason: "BackOff", count: 7 });
      const about = { group: "", kind: "Pod", namespace: "shop", name: "db-0", uid: "u-db" };
      const times = { firstAt: firstAt?.toISOString(), lastAt: lastAt?.toISOString() };
      expect(row).toEqual({ ...stored, message: "Back-off 100% of ÄPFEL", about, ...times });
    });

    it.each([
      [{ namespaces: ["bank"] }, "54"],
      [{ type: "Warning" }, "541"],
      [{ text: "100% of äpfel" }, "1"],
      [{ text: "backOFF" }, "41"],
      [{ text: "db-0" }, "541"],
      [{ text: "1__%" }, ""],
      [{ about: { kind: "Pod", namespace: "shop", name: "db-0" } }, "1"],
      [{ aboutAny: ["shop", "bank"].map((namespace) => ({ kind: "Pod", namespace, name: "db-0" })) }, "541"],
      [{ aboutAny: [{ kind: "Pod", namespace: "shop", name: "web-0'" }] }, ""],
      [{ aboutAny: [] }, ""],
      [{ from: event(4).lastAt }, "54"],
      [{ to: event(4).lastAt }, "210"],
      [{ from: event(1).lastAt, to: event(2).firstAt, type: "Warning" }, "1"],
      [{ about: { kind: "Node", namespace: "shop", name: "db-0" } }, ""],
    ])("filter by %j, and count the same", async (filter, expected) => {
      expect(await names(filter)).toBe(expected);
      expect(await suite.port().countEvents({ scope, ...filter })).toBe(expected.length);
    });

    it("page without a gap or a double", async () => {
      let after: (string | number)[] | undefined;
      let seen = "";
      do {
        const page = await suite.port().listEvents({ scope, limit: 1, after });
        seen += page.map((one) => one.name.slice(6)).join("");
        after = page.at(-1)?.position;
      } while (after);
      expect(seen).toBe("542103");
    });

    it("group warnings by reason and kind, most frequent first", async () => {
      const { groups, total } = await suite.port().warningGroups(scope, 10);
      expect(total).toBe(2);
      expect(groups).toEqual([
        {
          reason: "BackOff",
          kind: "Pod",
          count: 9,
          objects: 2,
          lastAt: event(4).lastAt?.toISOString(),
          sample: "newest",
          namespaces: ["bank", "shop"],
        },
        expect.objectContaining({ reason: "Failed", count: 1, objects: 1, namespaces: ["bank"] }),
      ]);
      expect(await suite.port().warningGroups(scope, 1)).toMatchObject({ total: 2, groups: [{ reason: "BackOff" }] });
    });
  });
}
