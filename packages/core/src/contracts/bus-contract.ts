import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { BusEvent, BusPort } from "../ports/bus.ts";

const ready = (snapshotId: string): BusEvent => ({ topic: "parts.ready", snapshotId });

/** What every bus must do. `open` gives a new bus that nobody else uses; the suite closes it. */
export function describeBusContract(name: string, open: () => Promise<BusPort>): void {
  describe(`bus: ${name}`, () => {
    let bus: BusPort;
    beforeEach(async () => {
      bus = await open();
    });
    afterEach(() => bus.close());

    const collect = (...topics: BusEvent["topic"][]): BusEvent[] => {
      const events: BusEvent[] = [];
      bus.subscribe(topics, (event) => void events.push(event));
      return events;
    };

    test("says that it is there", async () => {
      await bus.ping();
    });

    test("delivers an event to each subscriber of its topic and to no other", async () => {
      const first = collect("parts.ready");
      const second = collect("parts.ready", "snapshot.changed");
      const other = collect("snapshot.deleted");
      await bus.publish([ready("a")]);
      await bus.publish([{ topic: "snapshot.changed", snapshotId: "b" }]);
      await vi.waitFor(() => expect(second).toHaveLength(2));
      expect(first).toEqual([ready("a")]);
      // In any order: they are of different snapshots.
      expect(second).toEqual(expect.arrayContaining([ready("a"), { topic: "snapshot.changed", snapshotId: "b" }]));
      expect(other).toEqual([]);
    });

    test("carries key and size of a stored object", async () => {
      const events = collect("object.stored");
      const stored: BusEvent = { topic: "object.stored", key: "snapshots/x", size: 5_000_000_000 };
      await bus.publish([stored]);
      await vi.waitFor(() => expect(events).toEqual([stored]));
    });

    test("a subscriber that fails gets the next event, and so do the others", async () => {
      let calls = 0;
      bus.subscribe(["parts.ready"], async () => {
        calls += 1;
        throw new Error("this subscriber always fails");
      });
      const events = collect("parts.ready");
      for (const id of ["a", "b", "c"]) await bus.publish([ready(id)]);
      await vi.waitFor(() => expect([calls, events.length]).toEqual([3, 3]));
    });

    test("publishing does not wait for a subscriber", async () => {
      const taken: BusEvent[] = [];
      const gate = openGate();
      bus.subscribe(["parts.ready"], async (event) => {
        await gate.opened;
        taken.push(event);
      });
      const events = collect("parts.ready");
      await bus.publish([ready("a")]);
      await bus.publish([ready("b")]);
      await vi.waitFor(() => expect(events).toHaveLength(2));
      expect(taken).toEqual([]);
      gate.open();
      await vi.waitFor(() => expect(taken).toHaveLength(2));
    });

    test("gives each event to who takes such work, until it leaves", async () => {
      const taken: BusEvent[] = [];
      const leave = bus.take({ "snapshot.deleted": (event) => void taken.push(event) });
      const deleted: BusEvent = { topic: "snapshot.deleted", snapshotId: "a" };
      await bus.publish([ready("a")]);
      await bus.publish([deleted]);
      await vi.waitFor(() => expect(taken).toEqual([deleted]), { timeout: 20_000 });
      leave();
    });

    test("delivers nothing more to who has left", async () => {
      const left: BusEvent[] = [];
      const leave = bus.subscribe(["parts.ready"], (event) => void left.push(event));
      const stayed = collect("parts.ready");
      await bus.publish([ready("a")]);
      await vi.waitFor(() => expect(left).toHaveLength(1));
      leave();
      await bus.publish([ready("b")]);
      await vi.waitFor(() => expect(stayed).toHaveLength(2));
      expect(left).toEqual([ready("a")]);
    });
  });
}

function openGate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
