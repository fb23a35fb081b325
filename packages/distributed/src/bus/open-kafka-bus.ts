import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type BusEvent, type BusPort, type Handler, type Log, openMemoryBus, type Topic } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import type { Admin, Consumer, Producer } from "kafkajs";
import { consumeWakeUps } from "./consume-wake-ups.ts";
import { consumeWork } from "./consume-work.ts";
import { eventMessage } from "./event-message.ts";
import { kafkaClient } from "./kafka-client.ts";
import type { KafkaSettings } from "./kafka-settings.ts";
import { makeTopics, topicNames } from "./topics.ts";

const tryAgainMs = 1_000;

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
  const admin = kafka.admin();

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
      consumers.push(await consumeWakeUps({ kafka, topic: names.events, groupId, onEvent: local.publish }));
    }),
  );
  const work = async (event: BusEvent): Promise<void> => {
    const handlers = [...workers].filter(([, topics]) => topics.includes(event.topic));
    await Promise.all(handlers.map(([handler]) => handler(event)));
  };
  let working: Promise<void> | undefined;
  const startWorking = (): void => {
    const bucket = settings.notifications?.bucket;
    const options = { kafka, producer, names, bucket, log, signal, groupId: `${settings.prefix}.work`, onEvent: work };
    working ??= connected.then(() =>
      untilItWorks("work", async () => {
        consumers.push(await consumeWork(options));
      }),
    );
  };

  return {
    heard,
    publish: (event) => send(producer, names.events, event),
    subscribe: local.subscribe,
    take(topics, handler) {
      workers.set(handler, topics);
      startWorking();
      return () => workers.delete(handler);
    },
    ping: () => ask(admin),
    async close() {
      closing.abort();
      await Promise.allSettled([connected, heard, working]);
      await Promise.allSettled(consumers.map((consumer) => consumer.disconnect()));
      await Promise.all([producer.disconnect(), admin.disconnect()]);
      await local.close();
    },
  };
}

async function send(producer: Producer, topic: string, event: BusEvent): Promise<void> {
  try {
    await producer.send({ topic, messages: [eventMessage(event)] });
  } catch (error) {
    throw new KubinError("UNAVAILABLE", "Kafka does not take events.", { cause: error });
  }
}

/** Any broker that answers for the cluster. */
async function ask(admin: Admin): Promise<void> {
  try {
    await admin.connect();
    await admin.describeCluster();
  } catch (error) {
    throw new KubinError("UNAVAILABLE", "Kafka does not answer.", { cause: error });
  }
}
