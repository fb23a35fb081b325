import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import type { Admin, Kafka } from "kafkajs";
import { readEvent } from "./event-message.ts";
import { kafkaClient } from "./kafka-client.ts";
import type { KafkaSettings } from "./kafka-settings.ts";
import { makeTopics, type TopicNames, topicNames } from "./topics.ts";

const lookEveryMs = 200;

export interface DeadLetter {
  /** Of the event; undefined for one that this release does not know. */
  topic: string | undefined;
  /** Why its last attempt failed. */
  reason: string;
}

interface Replay {
  settings: KafkaSettings;
  log: Log;
  /** Only reads them: the next replay finds them again. */
  dryRun: boolean;
}

/**
 * Puts the dead letters since the last replay, up to those that are there now, back among the events, as if they had
 * never been tried, and returns them. Each at least once, also where several run at once or one was stopped in mid-way;
 * several share the letters. Throws UNAVAILABLE where Kafka does not answer.
 */
export async function replayDeadLetters({ settings, log, dryRun }: Replay): Promise<DeadLetter[]> {
  const kafka = kafkaClient(settings, log);
  const names = topicNames(settings);
  const group = `${settings.prefix}.replay`;
  const admin = kafka.admin();
  try {
    await admin.connect();
    await makeTopics(kafka, names);
    const unread = (await spansOf({ admin, topic: names.dead, group })).filter(({ from, end }) => from < end);
    if (unread.length === 0) return [];
    const own = dryRun ? `${group}.${randomUUID()}` : group;
    const found = await readSpans({ kafka, admin, names, unread, group: own, dryRun });
    if (dryRun) await admin.deleteGroups([own]);
    return found;
  } catch (error) {
    throw new KubinError("UNAVAILABLE", "Kafka does not answer, or stopped answering in mid-way.", { cause: error });
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** Offsets of a partition that a group has not acknowledged; `end` exclusive. */
interface Span {
  partition: number;
  from: bigint;
  end: bigint;
}

async function spansOf({ admin, topic, group }: { admin: Admin; topic: string; group: string }): Promise<Span[]> {
  const [known] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
  const acknowledged = new Map(known?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
  return (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => {
    // Kafka forgets old ones; -1 is a group that has acknowledged none.
    const [first, next] = [BigInt(low), acknowledged.get(partition) ?? -1n];
    return { partition, from: next > first ? next : first, end: BigInt(high) };
  });
}

async function readSpans(opts: {
  kafka: Kafka;
  admin: Admin;
  names: TopicNames;
  unread: readonly Span[];
  group: string;
  dryRun: boolean;
}): Promise<DeadLetter[]> {
  const { kafka, admin, names, unread, group, dryRun } = opts;
  const topic = names.dead;
  const consumer = kafka.consumer({ groupId: group });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  const crashed = new AbortController();
  consumer.on(consumer.events.CRASH, ({ payload }) => crashed.abort(payload.error));
  const found: DeadLetter[] = [];
  try {
    await Promise.all([consumer.connect(), producer.connect()]);
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ partition, message: { key, value, headers, offset } }) => {
        const span = unread.find((one) => one.partition === partition);
        if (span === undefined || BigInt(offset) < span.from || BigInt(offset) >= span.end) return;
        if (!dryRun) await producer.send({ topic: names.events, messages: [{ key, value }] });
        found.push({ topic: readEvent(value)?.topic, reason: String(headers?.reason ?? "no reason given") });
        await consumer.commitOffsets([{ topic, partition, offset: String(BigInt(offset) + 1n) }]);
      },
    });
    const isRead = async (): Promise<boolean> => {
      const now = new Map((await spansOf({ admin, topic, group })).map(({ partition, from }) => [partition, from]));
      return unread.every(({ partition, end }) => (now.get(partition) ?? 0n) >= end);
    };
    while (!(await isRead())) await wait(lookEveryMs, undefined, { signal: crashed.signal });
    return found;
  } finally {
    await Promise.allSettled([consumer.disconnect(), producer.disconnect()]);
  }
}
