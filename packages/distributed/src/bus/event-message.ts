import type { BusEvent } from "@kubin/core";
import { z } from "zod";

const id = z.string().max(64);

/** What travels over Kafka. A newer release may add fields: they are left out, not refused. */
const Event = z.discriminatedUnion("topic", [
  z.object({ topic: z.literal("object.stored"), key: z.string().max(1_024), size: z.number() }),
  z.object({ topic: z.literal("parts.ready"), snapshotId: id }),
  z.object({ topic: z.literal("snapshot.changed"), snapshotId: id }),
  z.object({ topic: z.literal("snapshot.deleted"), snapshotId: id }),
]);

/** Events of one snapshot share a partition: one process does its work, one event after the other. */
export function eventMessage(event: BusEvent): { key: string; value: string } {
  return { key: "snapshotId" in event ? event.snapshotId : event.key, value: JSON.stringify(event) };
}

/** Undefined for what this release does not know. */
export function readEvent(value: Buffer | null): BusEvent | undefined {
  return parse(value, (json) => Event.safeParse(json).data);
}

const Notification = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      s3: z.object({
        bucket: z.object({ name: z.string() }),
        object: z.object({ key: z.string(), size: z.number().optional() }),
      }),
    }),
  ),
});

/** The new objects of this bucket in a notification, as S3 writes it: keys are encoded as in a form. */
export function readNotification(
  value: Buffer | null,
  bucket: string | undefined,
): Extract<BusEvent, { topic: "object.stored" }>[] {
  const records = parse(value, (json) => Notification.safeParse(json).data)?.Records ?? [];
  return records
    .filter(({ eventName, s3 }) => eventName.includes("ObjectCreated") && s3.bucket.name === bucket)
    .map(({ s3: { object } }) => ({
      topic: "object.stored",
      key: decodeURIComponent(object.key.replaceAll("+", " ")),
      size: object.size ?? 0,
    }));
}

function parse<T>(value: Buffer | null, read: (json: unknown) => T | undefined): T | undefined {
  try {
    return value === null ? undefined : read(JSON.parse(value.toString("utf8")));
  } catch {
    return undefined;
  }
}
