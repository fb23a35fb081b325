import { openMemoryBus } from "@kubin/core";
import { describeBusContract, describeCacheContract } from "@kubin/core/contracts";
import { describe, expect, test, vi } from "vitest";
import { openMemoryCache } from "./memory/open-memory-cache.ts";
import { silentLog } from "./testing/silent-log.ts";

describeBusContract("memory", async () => openMemoryBus({ log: silentLog() }));
describeCacheContract("memory", async () => openMemoryCache());

describe("memory bus", () => {
  test("logs what a subscriber throws", async () => {
    const log = silentLog();
    const bus = openMemoryBus({ log });
    bus.subscribe(["parts.ready"], () => {
      throw new Error("no");
    });
    await bus.publish([{ topic: "parts.ready", snapshotId: "a" }]);
    await vi.waitFor(() => expect(log.errors).toHaveLength(1));
  });

  test("a wake-up that still waits is not queued twice", async () => {
    const bus = openMemoryBus({ log: silentLog() });
    const seen: string[] = [];
    bus.subscribe(["parts.ready", "snapshot.deleted"], (event) => void seen.push(event.topic));
    for (let times = 0; times < 100; times += 1) await bus.publish([{ topic: "parts.ready", snapshotId: "a" }]);
    await bus.publish([{ topic: "snapshot.deleted", snapshotId: "a" }]);
    await vi.waitFor(() => expect(seen).toContain("snapshot.deleted"));
    expect(seen).toEqual(["parts.ready", "snapshot.deleted"]);
  });
});

describe("memory cache", () => {
  test("stays below its bytes and drops the least recently used first", async () => {
    const cache = openMemoryCache({ maxBytes: 100_000 });
    for (let index = 0; index < 20; index += 1) {
      await cache.set(`key${index}`, "x".repeat(10_000), 60_000);
      await cache.get("key0");
    }
    const kept = await Promise.all(Array.from({ length: 20 }, (_, index) => cache.get(`key${index}`)));
    expect(kept.filter((value) => value !== undefined).length).toBeLessThan(10);
    expect([kept[0] === undefined, kept[1] === undefined, kept[19] === undefined]).toEqual([false, true, false]);
  });

  test("does not keep what is larger than itself", async () => {
    const cache = openMemoryCache({ maxBytes: 1_000 });
    await cache.set("small", 1, 60_000);
    await cache.set("large", "x".repeat(10_000), 60_000);
    expect([await cache.get("small"), await cache.get("large")]).toEqual([1, undefined]);
  });
});
