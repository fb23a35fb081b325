import type { Consumer, Kafka } from "kafkajs";
import { maxWaitTimeInMs } from "./topics.ts";

/**
 * A consumer of this group that runs as `start` makes it. Where that fails it leaves the group again: a member that takes
 * nothing would keep its share of the partitions.
 */
export async function startConsumer(opts: {
  kafka: Kafka;
  groupId: string;
  start: (consumer: Consumer) => Promise<void>;
}): Promise<Consumer> {
  const consumer = opts.kafka.consumer({ groupId: opts.groupId, maxWaitTimeInMs });
  try {
    await consumer.connect();
    await opts.start(consumer);
    return consumer;
  } catch (error) {
    await consumer.disconnect().catch(() => undefined);
    throw error;
  }
}
