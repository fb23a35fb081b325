import type { BusEvent } from "@kubin/core";
import type { Kafka } from "kafkajs";
import { readEvent } from "./event-message.ts";
import { type RunningConsumer, startConsumer } from "./start-consumer.ts";

/**
 * Hears every event from now on, in a group of its own: each process gets each of them. What came before it started is
 * of no use to it, and what it misses costs until the next sweep.
 */
export async function consumeWakeUps(opts: {
  kafka: Kafka;
  topic: string;
  groupId: string;
  onEvent: (event: BusEvent) => Promise<void>;
}): Promise<RunningConsumer> {
  const { kafka, topic, groupId, onEvent } = opts;
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic).finally(() => admin.disconnect());
  return startConsumer({
    kafka,
    groupId,
    start: async (consumer) => {
      await consumer.subscribe({ topic, fromBeginning: false });
      await consumer.run({
        autoCommit: false,
        eachMessage: async ({ message }) => {
          const event = readEvent(message.value);
          if (event) await onEvent(event);
        },
      });
      // "From now" would be whenever the first fetch is: what is published until then is not to be lost.
      for (const { partition, offset } of ends) consumer.seek({ topic, partition, offset });
    },
  });
}
