import { setTimeout as wait } from "node:timers/promises";
import type { BusEvent, Log } from "@kubin/core";
import type { Consumer, EachMessagePayload, Kafka } from "kafkajs";
import { eventMessage, readEvent, readNotification } from "./event-message.ts";
import type { Sender } from "./open-producer.ts";
import { startConsumer } from "./start-consumer.ts";
import type { TopicNames } from "./topics.ts";

const partitionsAtOnce = 4;
/** After the fifth failure an event is a dead letter: by then the sweep has found what it told of. */
const mostAttempts = 5;
const firstPauseMs = 1_000;
/** How long one look at the clock may last without a sign of life to the group. */
const heartbeatMs = 2_000;

interface ConsumeWork {
  kafka: Kafka;
  producer: Sender;
  names: TopicNames;
  groupId: string;
  /** Whose notifications are ours: one topic may have those of several buckets. */
  bucket: string | undefined;
  log: Log;
  /** Throws when it could not be done. */
  onEvent: (event: BusEvent) => Promise<void>;
  /** Ends waiting for a retry. */
  signal: AbortSignal;
}

/** Does work that one process of the group is to do: each event at least once, a failed one again later. */
export async function consumeWork(options: ConsumeWork): Promise<Consumer> {
  const { kafka, names, groupId } = options;
  return startConsumer({
    kafka,
    groupId,
    start: async (consumer) => {
      const topics = [names.events, names.retry, ...(names.bucket === undefined ? [] : [names.bucket])];
      await consumer.subscribe({ topics, fromBeginning: true });
      await consumer.run({
        partitionsConsumedConcurrently: partitionsAtOnce,
        eachMessage: async (payload) => {
          const { message, topic } = payload;
          if (topic === names.retry) await untilDue(payload, options.signal);
          const attempt = Number(message.headers?.attempt ?? 0);
          for (const event of topic === names.bucket
            ? readNotification(message.value, options.bucket)
            : readWork(message.value)) {
            await attemptWork({ ...options, event, attempt });
          }
        },
      });
    },
  });
}

function readWork(value: Buffer | null): BusEvent[] {
  const event = readEvent(value);
  return event ? [event] : [];
}

async function attemptWork(work: ConsumeWork & { event: BusEvent; attempt: number }): Promise<void> {
  const { event, attempt, producer, names, log } = work;
  try {
    await work.onEvent(event);
  } catch (error) {
    const failed = attempt + 1;
    const isDead = failed >= mostAttempts;
    const reason = String(error).slice(0, 500);
    const due = Date.now() + firstPauseMs * 2 ** attempt;
    const headers = { attempt: String(failed), reason, due: String(due) };
    // Not acknowledged before it stands elsewhere: where this fails, the message comes again.
    await producer.send({ topic: isDead ? names.dead : names.retry, messages: [{ ...eventMessage(event), headers }] });
    log.warn(
      { topic: event.topic, attempt: failed, error: reason },
      isDead ? "an event is dead" : "an event is tried again",
    );
  }
}

async function untilDue({ message, heartbeat }: EachMessagePayload, signal: AbortSignal): Promise<void> {
  const due = Number(message.headers?.due ?? 0);
  for (let left = due - Date.now(); left > 0; left = due - Date.now()) {
    await wait(Math.min(left, heartbeatMs), undefined, { signal });
    await heartbeat();
  }
}
