import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CachePort } from "../ports/cache.ts";

const minuteMs = 60_000;

/** What every cache must do. `open` gives an empty cache that nobody else uses; the suite closes it. */
export function describeCacheContract(name: string, open: () => Promise<CachePort>): void {
  describe(`cache: ${name}`, () => {
    let cache: CachePort;
    beforeEach(async () => {
      cache = await open();
    });
    afterEach(() => cache.close());

    test("says that it is there", async () => {
      await cache.ping();
    });

    test("remembers what was set, and nothing else", async () => {
      const value = { rows: [{ name: "web-0", cells: ["1/1", null, 3] }], next: undefined, total: 0 };
      await cache.set("a/list", value, minuteMs);
      expect(await cache.get("a/list")).toEqual(value);
      expect(await cache.get("a/list2")).toBeUndefined();
      expect(await cache.get("a")).toBeUndefined();
    });

    test.each([[null], [false], [0], [""], [[]]])("tells %j from nothing", async (value) => {
      await cache.set("key", value, minuteMs);
      expect(await cache.get("key")).toEqual(value);
    });

    test("the last value counts", async () => {
      await cache.set("key", "old", minuteMs);
      await cache.set("key", "new", minuteMs);
      expect(await cache.get("key")).toBe("new");
    });

    test("who changes what it got changes nothing for the next", async () => {
      const mine = { rows: ["a"] };
      await cache.set("key", mine, minuteMs);
      mine.rows.push("changed after it was set");
      const got = (await cache.get("key")) as typeof mine;
      got.rows.push("changed after it was got");
      expect(await cache.get("key")).toEqual({ rows: ["a"] });
    });

    test("forgets when the time is over", async () => {
      await cache.set("long", 1, minuteMs);
      await cache.set("short", 1, 20);
      await vi.waitFor(async () => expect(await cache.get("short")).toBeUndefined(), { timeout: 5_000 });
      expect(await cache.get("long")).toBe(1);
    });

    test("no time at all keeps nothing", async () => {
      await cache.set("key", 1, 0);
      expect(await cache.get("key")).toBeUndefined();
    });

    test("drops all keys that begin with a prefix, and only these", async () => {
      for (const key of ["s1.0.l.*/a", "s1.1.l.*/b", "s10.0.l.*/a", "s2/s1."]) await cache.set(key, key, minuteMs);
      await cache.dropPrefix("s1.");
      await cache.dropPrefix("nothing");
      expect(await cache.get("s1.0.l.*/a")).toBeUndefined();
      expect(await cache.get("s1.1.l.*/b")).toBeUndefined();
      expect(await cache.get("s10.0.l.*/a")).toBe("s10.0.l.*/a");
      expect(await cache.get("s2/s1.")).toBe("s2/s1.");
    });
  });
}
