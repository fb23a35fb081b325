import { expect, it } from "vitest";
import { eventMessage, readEvent, readNotification } from "./event-message.ts";

// While a release is rolled out, its processes and those of the one before hear each other.
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

it("reads what it writes", () => {
  const event = { topic: "snapshot.changed", snapshotId: "0198a0f0-0000-7000-8000-000000000001" } as const;
  expect(readEvent(Buffer.from(eventMessage(event).value))).toEqual(event);
});

it("leaves out what a newer release has added to an event", () => {
  const newer = { topic: "parts.ready", snapshotId: "a", priority: 3, from: { release: "9.9.9" } };
  expect(readEvent(bytes(newer))).toEqual({ topic: "parts.ready", snapshotId: "a" });
});

it.each([
  ["an event of a topic it does not know", bytes({ topic: "snapshot.shared", snapshotId: "a" })],
  ["an event without what it needs", bytes({ topic: "parts.ready" })],
  ["no JSON", Buffer.from("\u0000{")],
  ["no object", bytes(null)],
  ["nothing", null],
])("ignores %s", (_what, value) => {
  expect(readEvent(value)).toBeUndefined();
  expect(readNotification(value, "kubin")).toEqual([]);
});

it("finds the new objects of its bucket in a notification, whatever else is in it", () => {
  const record = (bucket: string, eventName: string) => ({
    eventName,
    s3: { bucket: { name: bucket, arn: "x" }, object: { key: "snapshots%2Fa+b", size: 5, eTag: "x" } },
    responseElements: {},
  });
  const Records = [
    record("kubin", "s3:ObjectCreated:Put"),
    record("other", "s3:ObjectCreated:Put"),
    record("kubin", "s3:ObjectRemoved:Delete"),
  ];
  expect(readNotification(bytes({ EventName: "x", Records }), "kubin")).toEqual([
    { topic: "object.stored", key: "snapshots/a b", size: 5 },
  ]);
});
