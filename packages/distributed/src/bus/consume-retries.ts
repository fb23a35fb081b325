import { setTimeout as wait } from "node:timers/promises";
import type { EachMessagePayload, Kafka } from "kafkajs";
import { attemptWork, heartbeatMs, type Work } from "./attempt-work.ts";
import { readWork } from "./consume-work.ts";
import { type RunningConsumer, startConsumer } from "./start-consumer.ts";

const partitionsAtOnce = 4;

interface ConsumeRetries extends Work {
  kafka: Kafka;
  groupId: string;
  /** Ends waiting for a retry. */
  signal: AbortSignal;
}

/** Tries failed work again when it is due. A group of its own: while it waits, fresh work goes on. */
export async function consumeRetries(options: ConsumeRetries): Promise<RunningConsumer> {
  const { kafka, names, groupId, signal } = options;
  return startConsumer({
    kafka,
    groupId,
    start: async (consumer) => {
      await consumer.subscribe({ topic: names.retry, fromBeginning: true });
      await consumer.run({
        partitionsConsumedConcurrently: partitionsAtOnce,
        eachMessage: async (payload) => {
          await untilDue(payload, signal);
          for (const event of readWork(payload.message.value)) await attemptWork(options, event, payload);
        },
      });
    },
  });
}

async function untilDue({ message, heartbeat }: EachMessagePayload, signal: AbortSignal): Promise<void> {
  const due = Number(message.headers?.due ?? 0);
  for (let left = due - Date.now(); left > 0; left = due - Date.now()) {
    await wait(Math.min(left, heartbeatMs), undefined, { signal });
    await heartbeat();
  }
}
