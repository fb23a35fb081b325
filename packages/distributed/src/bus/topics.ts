import type { Kafka } from "kafkajs";
import type { KafkaSettings } from "./kafka-settings.ts";

/** How long a broker holds a fetch that finds nothing; a consumer that stops waits for it. */
export const maxWaitTimeInMs = 1_000;

/** Workers beyond this number of partitions would have nothing to take from a topic. */
const numPartitions = 12;

export interface TopicNames {
  events: string;
  /** Work that failed, to be tried again. */
  retry: string;
  /** Work that failed too often, with the reason. Nothing reads it but `kubin-server replay-dead-letters`. */
  dead: string;
  /** What the object store writes; undefined without notifications. */
  bucket: string | undefined;
}

export function topicNames({ prefix, notifications }: KafkaSettings): TopicNames {
  return { events: `${prefix}.events`, retry: `${prefix}.retry`, dead: `${prefix}.dead`, bucket: notifications?.topic };
}

/** Makes those that are not there. */
export async function makeTopics(kafka: Kafka, names: TopicNames): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    // Only those: where one of them is there, kafkajs does not wait for the leaders of the others.
    const there = new Set(await admin.listTopics());
    const topics = Object.values(names).flatMap((topic) =>
      topic === undefined || there.has(topic) ? [] : [{ topic, numPartitions }],
    );
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
}
