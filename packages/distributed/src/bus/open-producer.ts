import type { Kafka, Producer } from "kafkajs";

/** What Kubin needs of a producer. */
export type Sender = Pick<Producer, "connect" | "send" | "disconnect">;

/**
 * A producer that is made anew after each failure. kafkajs counts a broker that took the connection and never answered
 * as connected, and from then on asks it nothing and no other one (seen with a broker that was frozen for 13 s).
 */
export function openProducer(kafka: Kafka): Sender {
  let current: { producer: Producer; connected: Promise<void> } | undefined;
  const use = async <T>(work: (producer: Producer) => Promise<T>): Promise<T> => {
    current ??= connecting(kafka.producer({ allowAutoTopicCreation: false }));
    const mine = current;
    try {
      await mine.connected;
      return await work(mine.producer);
    } catch (error) {
      if (current === mine) current = undefined;
      // Not waited for: it may hang as well.
      void mine.producer.disconnect().catch(() => undefined);
      throw error;
    }
  };
  return {
    connect: () => use(async () => {}),
    send: (record) => use((producer) => producer.send(record)),
    async disconnect() {
      const last = current;
      current = undefined;
      await last?.producer.disconnect();
    },
  };
}

function connecting(producer: Producer) {
  return { producer, connected: producer.connect() };
}
