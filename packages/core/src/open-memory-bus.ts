import type { Log } from "./ctx.ts";
import { dispatch } from "./dispatch.ts";
import type { BusEvent, BusPort, Topic } from "./ports/bus.ts";

/** Events are wake-ups: what a slow subscriber has not taken by then is found by the next sweep. */
const longestQueue = 10_000;

interface Subscriber {
  topics: readonly Topic[];
  handler: (event: BusEvent) => void | Promise<void>;
  /** By content, so that an event that waits already is not queued twice. */
  waiting: Map<string, BusEvent>;
  running: Promise<void> | undefined;
}

/**
 * Delivers within this process. `publish` only queues; each subscriber gets its events one after the other, in the
 * order they came, and one that fails is logged and does not stop the next.
 */
export function openMemoryBus(options: { log: Log }): BusPort {
  const { log } = options;
  const subscribers = new Set<Subscriber>();

  const deliver = async (subscriber: Subscriber): Promise<void> => {
    for (const [content, event] of subscriber.waiting) {
      subscriber.waiting.delete(content);
      try {
        await subscriber.handler(event);
      } catch (error) {
        log.error({ topic: event.topic, error: String(error) }, "a subscriber of the bus failed");
      }
    }
  };
  const queue = (subscriber: Subscriber, event: BusEvent): void => {
    if (subscriber.waiting.size >= longestQueue) {
      log.warn({ topic: event.topic }, "a subscriber of the bus is too slow; an event is left to the sweep");
      return;
    }
    subscriber.waiting.set(JSON.stringify(event), event);
    subscriber.running ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => deliver(subscriber))
      .finally(() => {
        subscriber.running = undefined;
      });
  };

  const subscribe: BusPort["subscribe"] = (topics, handler) => {
    const subscriber: Subscriber = { topics, handler, waiting: new Map(), running: undefined };
    subscribers.add(subscriber);
    return () => {
      subscribers.delete(subscriber);
      subscriber.waiting.clear();
    };
  };

  return {
    subscribe,
    // One process is all there are. What fails is left to the sweep; no topic waits for the work of another.
    take: (handlers) => {
      const topics = Object.keys(handlers) as Topic[];
      const leave = topics.map((topic) => subscribe([topic], (event) => dispatch(handlers, event)));
      return () => {
        for (const one of leave) one();
      };
    },
    publish: async (events) => {
      for (const event of events) {
        for (const subscriber of subscribers) if (subscriber.topics.includes(event.topic)) queue(subscriber, event);
      }
    },
    ping: async () => {},
    close: async () => {
      const running = [...subscribers].map((subscriber) => subscriber.running);
      for (const subscriber of subscribers) subscriber.waiting.clear();
      subscribers.clear();
      await Promise.all(running);
    },
  };
}
