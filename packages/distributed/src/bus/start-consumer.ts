import type { Consumer, Kafka } from "kafkajs";
import { maxWaitTimeInMs } from "./topics.ts";

export interface RunningConsumer {
  /** Resolves when it does not run any more, after an error that did not pass. */
  gaveUp: Promise<void>;
  /** Finishes the messages in hand, acknowledges them and leaves the group. */
  stop(): Promise<void>;
}

/**
 * A consumer of this group that runs as `start` makes it. Where that fails it leaves the group again: a member that takes
 * nothing would keep its share of the partitions.
 */
export async function startConsumer(opts: {
  kafka: Kafka;
  groupId: string;
  start: (consumer: Consumer) => Promise<void>;
}): Promise<RunningConsumer> {
  const consumer = opts.kafka.consumer({ groupId: opts.groupId, maxWaitTimeInMs });
  const gaveUp = new Promise<void>((resolve) => {
    consumer.on(consumer.events.CRASH, () => resolve());
  });
  try {
    await consumer.connect();
    await opts.start(consumer);
    return { gaveUp, stop: () => consumer.disconnect() };
  } catch (error) {
    await consumer.disconnect().catch(() => undefined);
    throw error;
  }
}
