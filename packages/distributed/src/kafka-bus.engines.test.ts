import { randomUUID } from "node:crypto";
import type { BusEvent } from "@kubin/core";
import { describeBusContract } from "@kubin/core/contracts";
import { Kafka, logLevel } from "kafkajs";
import { afterEach, describe, expect, inject, test, vi } from "vitest";
import { eventMessage } from "./bus/event-message.ts";
import { type KafkaBus, openKafkaBus } from "./bus/open-kafka-bus.ts";
import { silentLog } from "./testing/silent-log.ts";

const brokers = (inject("engines").KAFKA_BROKERS ?? "").split(",");
const settingsOf = (prefix: string) => ({ brokers, prefix });

async function openBus(prefix = `t-${randomUUID()}`): Promise<KafkaBus> {
  const bus = openKafkaBus({ settings: settingsOf(prefix), log: silentLog() });
  await bus.heard;
  return bus;
}

describeBusContract("Kafka", () => openBus());

describe("several processes", () => {
  const opened: KafkaBus[] = [];
  const prefixes: string[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.close()));
  });
  const openBoth = async (): Promise<[KafkaBus, KafkaBus]> => {
    const prefix = `t-${randomUUID()}`;
    prefixes.push(prefix);
    const [first, second] = [await openBus(prefix), await openBus(prefix)];
    opened.push(first, second);
    return [first, second];
  };

  test("all hear a wake-up", async () => {
    const [first, second] = await openBoth();
    const heard: string[] = [];
    first.subscribe(["snapshot.changed"], () => void heard.push("first"));
    second.subscribe(["snapshot.changed"], () => void heard.push("second"));
    await first.publish([{ topic: "snapshot.changed", snapshotId: "a" }]);
    await vi.waitFor(() => expect(heard.sort()).toEqual(["first", "second"]), { timeout: 10_000 });
  });

  test("share the work: each event is done by one", async () => {
    const [first, second] = await openBoth();
    const done: string[] = [];
    for (const bus of [first, second]) {
      bus.take({ "snapshot.deleted": ({ snapshotId }) => void done.push(snapshotId) });
    }
    const ids = Array.from({ length: 30 }, () => randomUUID());
    for (const snapshotId of ids) await first.publish([{ topic: "snapshot.deleted", snapshotId }]);
    await vi.waitFor(() => expect(new Set(done)).toEqual(new Set(ids)), { timeout: 30_000 });
    // At least once: a few may be done twice while a process joins, not all.
    expect(done.length).toBeLessThan(ids.length * 2);
  });

  test("who only hears of it takes no work from those that do it", async () => {
    const [first, second] = await openBoth();
    const [done, heard]: [string[], string[]] = [[], []];
    const idOf = (event: BusEvent) => ("snapshotId" in event ? event.snapshotId : "");
    first.take({ "snapshot.deleted": ({ snapshotId }) => void done.push(snapshotId) });
    second.subscribe(["snapshot.deleted"], (event) => void heard.push(idOf(event)));
    const ids = Array.from({ length: 30 }, () => randomUUID());
    for (const snapshotId of ids) await first.publish([{ topic: "snapshot.deleted", snapshotId }]);
    await vi.waitFor(() => expect([new Set(done), new Set(heard)]).toEqual([new Set(ids), new Set(ids)]), {
      timeout: 30_000,
    });
  });

  test("work goes on while every partition of the retries waits for something that is due in an hour", async () => {
    const [first] = await openBoth();
    const done: string[] = [];
    first.take({ "snapshot.deleted": ({ snapshotId }) => void done.push(snapshotId) });
    const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING });
    const producer = admin.producer();
    await producer.connect();
    const due = String(Date.now() + 3_600_000);
    const messages = Array.from({ length: 12 }, (_, partition) => ({
      partition,
      ...eventMessage({ topic: "snapshot.deleted", snapshotId: "later" }),
      headers: { attempt: "1", due },
    }));
    await producer.send({ topic: `${prefixes.at(-1)}.retry`, messages });
    await producer.disconnect();
    const ids = Array.from({ length: 30 }, () => randomUUID());
    await first.publish(ids.map((snapshotId) => ({ topic: "snapshot.deleted", snapshotId })));
    await vi.waitFor(() => expect(new Set(done)).toEqual(new Set(ids)), { timeout: 30_000 });
  });

  test("what a process has fetched and not begun when it leaves is done by another", async () => {
    const [first, second] = await openBoth();
    const sizes = Array.from({ length: 30 }, (_, size) => size);
    const [here, there]: [number[], number[]] = [[], []];
    let begun = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let release = (): void => undefined;
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    const leave = first.take({
      "object.stored": async ({ size }) => {
        here.push(size);
        begun();
        await isReleased;
      },
    });
    // Of one key, so in one partition, one behind the other.
    await first.publish(sizes.map((size) => ({ topic: "object.stored", key: "k", size })));
    await isBegun;
    leave();
    second.take({ "object.stored": ({ size }) => void there.push(size) });
    release();
    await vi.waitFor(() => expect(new Set([...here, ...there])).toEqual(new Set(sizes)), { timeout: 60_000 });
    expect(here.length).toBeLessThan(sizes.length);
  });

  test("many events are published at once, each to who is to have it", async () => {
    const [first, second] = await openBoth();
    const heard: string[] = [];
    second.subscribe(["parts.ready"], (event) => void heard.push("snapshotId" in event ? event.snapshotId : ""));
    const ids = Array.from({ length: 500 }, () => randomUUID());
    await first.publish(ids.map((snapshotId) => ({ topic: "parts.ready", snapshotId })));
    await first.publish([]);
    await vi.waitFor(() => expect(heard.sort()).toEqual(ids.sort()), { timeout: 30_000 });
  });

  test("work that fails is tried again until it is done", async () => {
    const [first] = await openBoth();
    const tries: BusEvent[] = [];
    first.take({
      "snapshot.deleted": (event) => {
        if (tries.push(event) < 3) throw new Error("not yet");
      },
    });
    await first.publish([{ topic: "snapshot.deleted", snapshotId: "a" }]);
    await vi.waitFor(() => expect(tries).toHaveLength(3), { timeout: 30_000 });
  });
});
