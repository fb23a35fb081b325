import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type BusEvent, type BusPort, dispatch, type Log, openMemoryBus, type TopicHandlers } from "@kubin/core";
import { KubinError } from "@kubin/schema";
import { consumeRetries } from "./consume-retries.ts";
import { consumeWakeUps } from "./consume-wake-ups.ts";
import { consumeWork } from "./consume-work.ts";
import { eventMessage } from "./event-message.ts";
import { kafkaClient } from "./kafka-client.ts";
import type { KafkaSettings } from "./kafka-settings.ts";
import { keepConsumer } from "./keep-consumer.ts";
import { openProducer, type Sender } from "./open-producer.ts";
import { pingKafka } from "./ping-kafka.ts";
import { makeTopics, topicNames } from "./topics.ts";
import { untilItWorks } from "./until-it-works.ts";

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
  const { prefix } = settings;
  const kafka = kafkaClient(settings, log);
  const names = topicNames(settings);
  const closing = new AbortController();
  const local = openMemoryBus({ log });
  const takers = new Set<TopicHandlers>();
  const producer = openProducer(kafka);

  const attempt = async (): Promise<void> => {
    await producer.connect();
    await makeTopics(kafka, names);
  };
  const connected = untilItWorks({ what: "producer", attempt, signal: closing.signal, log });
  let listening: Promise<void> | undefined;
  const heard = new Promise<void>((onStarted) => {
    const onEvent = (event: BusEvent) => local.publish([event]);
    const groupId = `${prefix}.wake.${randomUUID()}`;
    const start = () => consumeWakeUps({ kafka, topic: names.events, groupId, onEvent });
    listening = connected.then(() => keepConsumer({ what: "wake-ups", start, onStarted, signal: closing.signal, log }));
  });

  /** Takes work until it is stopped. What is fetched by then and not begun is left to another process. */
  const startWork = (): { stop(): Promise<unknown> } => {
    const stopping = new AbortController();
    const signal = AbortSignal.any([closing.signal, stopping.signal]);
    const onEvent = async (event: BusEvent): Promise<void> => {
      await Promise.all([...takers].map((handlers) => dispatch(handlers, event)));
    };
    const options = { kafka, producer, names, bucket: settings.notifications?.bucket, log, signal, onEvent };
    const work = () => consumeWork({ ...options, groupId: `${prefix}.work` });
    const retries = () => consumeRetries({ ...options, groupId: `${prefix}.retries` });
    const running = connected.then(() =>
      Promise.all([
        keepConsumer({ what: "work", start: work, signal, log }),
        keepConsumer({ what: "retries", start: retries, signal, log }),
      ]),
    );
    return {
      stop() {
        stopping.abort();
        return running;
      },
    };
  };
  let work: ReturnType<typeof startWork> | undefined;
  let left: Promise<unknown> = Promise.resolve();

  return {
    heard,
    publish: (events) => send(producer, names.events, events),
    subscribe: local.subscribe,
    take(handlers) {
      takers.add(handlers);
      work ??= startWork();
      return () => {
        const isLast = takers.size === 1 && takers.has(handlers);
        // The last one is there until nothing more is handed out, or events would be acknowledged that nobody did.
        if (isLast && work) left = work.stop().then(() => takers.delete(handlers));
        else takers.delete(handlers);
        if (isLast) work = undefined;
      };
    },
    ping: () => pingKafka(kafka),
    async close() {
      closing.abort();
      const ended = Promise.allSettled([connected, listening, work?.stop(), left])
        .then(() => producer.disconnect())
        .catch((error: unknown) => log.warn({ error: String(error) }, "Kafka was left in disorder"));
      // A Kafka that is away is not waited for: the group notices by itself who is gone.
      await Promise.race([ended, wait(leaveWithinMs, undefined, { ref: false })]);
      await local.close();
    },
  };
}

async function send(producer: Sender, topic: string, events: readonly BusEvent[]): Promise<void> {
  if (events.length === 0) return;
  try {
    await producer.send({ topic, messages: events.map(eventMessage) });
  } catch (error) {
    throw new KubinError("UNAVAILABLE", "Kafka does not take events.", { cause: error });
  }
}
