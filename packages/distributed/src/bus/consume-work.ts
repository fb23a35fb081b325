import type { BusEvent } from "@kubin/core";
import type { Kafka } from "kafkajs";
import { attemptWork, type Work } from "./attempt-work.ts";
import { readEvent, readNotification } from "./event-message.ts";
import { type RunningConsumer, startConsumer } from "./start-consumer.ts";

const partitionsAtOnce = 4;

export interface ConsumeWork extends Work {
  kafka: Kafka;
  groupId: string;
  /** Whose notifications are ours: one topic may have those of several buckets. */
  bucket: string | undefined;
}

/** Does work that one process of the group is to do: each event at least once. */
export async function consumeWork(options: ConsumeWork): Promise<RunningConsumer> {
  const { kafka, names, groupId, bucket } = options;
  return startConsumer({
    kafka,
    groupId,
    start: async (consumer) => {
      const topics = [names.events, ...(names.bucket === undefined ? [] : [names.bucket])];
      await consumer.subscribe({ topics, fromBeginning: true });
      await consumer.run({
        partitionsConsumedConcurrently: partitionsAtOnce,
        eachMessage: async (payload) => {
          const { message, topic } = payload;
          const events = topic === names.bucket ? readNotification(message.value, bucket) : readWork(message.value);
          for (const event of events) await attemptWork(options, event, payload);
        },
      });
    },
  });
}

export function readWork(value: Buffer | null): BusEvent[] {
  const event = readEvent(value);
  return event ? [event] : [];
}
