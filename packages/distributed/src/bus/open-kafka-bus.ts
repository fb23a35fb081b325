import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type BusEvent, type BusPort, type Handler, type Log, openMemoryBus, type Topic } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import type { Consumer, Producer } from "kafkajs";
import { consumeRetries } from "./consume-retries.ts";
import { consumeWakeUps } from "./consume-wake-ups.ts";
import { consumeWork } from "./consume-work.ts";
import { eventMessage } from "./event-message.ts";
import { kafkaClient } from "./kafka-client.ts";
import type { KafkaSettings } from "./kafka-settings.ts";
import { makeTopics, topicNames } from "./topics.ts";

const tryAgainMs = 1_000;
/** A consumer that waits for the next fetch takes one second to leave. */
const leaveWithinMs = 5_000;

export interface KafkaBus extends BusPort {
  /** Resolves once wake-ups are heard. Nobody needs to wait for it: until then the sweep finds what there is to do. */
  heard: Promise<void>;
}

/**
 * Events over Kafka. Connects in the background and for as long as it takes; `publish` throws UNAVAILABLE meanwhile, and
 * the event stays in the outbox.
 */
export function openKafkaBus({ settings, log }: { settings: KafkaSettings; log: Log }): KafkaBus {
  const kafka = kafkaClient(settings, log);
  const names = topicNames(settings);
  const closing = new AbortController();
  const { signal } = closing;
  const local = openMemoryBus({ log });
  const workers = new Map<Handler, readonly Topic[]>();
  const consumers: Consumer[] = [];
  const producer = kafka.producer({ allowAutoTopicCreation: false });

  const untilItWorks = async (what: string, attempt: () => Promise<void>): Promise<void> => {
    while (!signal.aborted) {
      try {
        return await attempt();
      } catch (error) {
        if (signal.aborted) return;
        log.warn({ what, error: String(error) }, "Kafka does not answer");
        await wait(tryAgainMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  const connected = untilItWorks("producer", async () => {
    await producer.connect();
    await makeTopics(kafka, names);
  });
  const groupId = `${settings.prefix}.wake.${randomUUID()}`;
  const heard = connected.then(() =>
    untilItWorks("wake-ups", async () => {
      consumers.push(
        await consumeWakeUps({ kafka, topic: names.events, groupId, onEvent: (event) => local.publish([event]) }),
      );
    }),
  );
  const work = async (event: BusEvent): Promise<void> => {
    const handlers = [...workers].filter(([, topics]) => topics.includes(event.topic));
    await Promise.all(handlers.map(([handler]) => handler(event)));
  };
  let working: Promise<unknown> | undefined;
  const startWorking = (): void => {
    const bucket = settings.notifications?.bucket;
    const options = { kafka, producer, names, bucket, log, signal, onEvent: work };
    const { prefix } = settings;
    working ??= connected.then(() =>
      Promise.all([
        untilItWorks("work", async () => {
          consumers.push(await consumeWork({ ...options, groupId: `${prefix}.work` }));
        }),
        untilItWorks("retries", async () => {
          consumers.push(await consumeRetries({ ...options, groupId: `${prefix}.retries` }));
        }),
      ]),
    );
  };

  return {
    heard,
    publish: (events) => send(producer, names.events, events),
    subscribe: local.subscribe,
    take(topics, handler) {
      workers.set(handler, topics);
      startWorking();
      return () => workers.delete(handler);
    },
    async close() {
      closing.abort();
      const leave = async (): Promise<void> => {
        await Promise.allSettled([connected, heard, working]);
        await Promise.allSettled(consumers.map((consumer) => consumer.disconnect()));
        await producer.disconnect();
      };
      const left = leave().catch((error: unknown) => log.warn({ error: String(error) }, "Kafka was not left in order"));
      // A Kafka that is away is not waited for: the group notices by itself who is gone.
      await Promise.race([left, wait(leaveWithinMs, undefined, { ref: false })]);
      await local.close();
    },
  };
}

async function send(producer: Producer, topic: string, events: readonly BusEvent[]): Promise<void> {
  if (events.length === 0) return;
  try {
    await producer.send({ topic, messages: events.map(eventMessage) });
  } catch (error) {
    throw new KubinError("UNAVAILABLE", "Kafka does not take events.", { cause: error });
  }
}
