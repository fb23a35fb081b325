import { Kafka, logLevel } from "kafkajs";

interface Republish {
  brokers: string;
  from: string;
  to: string;
}

export interface Republished extends AsyncDisposable {
  /** Messages that came, and those that were passed on. */
  counts(): { came: number; sent: number };
}

/** Marks what was passed on, where both topics are one. */
const mark = "kubin-again";

/** Passes each new message of a topic on to another (or the same), `copies` times: what Kafka may do, done all the time. */
export async function republish(
  { brokers, from, to }: Republish,
  copies: (index: number) => number,
): Promise<Republished> {
  const kafka = new Kafka({ clientId: "kubin-faults", brokers: brokers.split(","), logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  const consumer = kafka.consumer({ groupId: `kubin-faults-${from}`, maxWaitTimeInMs: 100 });
  await makeTopic(kafka, from);
  await Promise.all([producer.connect(), consumer.connect()]);
  const counts = { came: 0, sent: 0 };
  await consumer.subscribe({ topic: from, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message: { key, value, headers } }) => {
      if (headers?.[mark] !== undefined) return;
      const times = copies(counts.came++);
      const messages = Array.from({ length: times }, () => ({ key, value, headers: { ...headers, [mark]: "yes" } }));
      if (times > 0) await producer.send({ topic: to, messages });
      counts.sent += times;
    },
  });
  return {
    counts: () => ({ ...counts }),
    async [Symbol.asyncDispose]() {
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}

/** The store makes its topic with the first thing it tells; nobody can listen before. */
async function makeTopic(kafka: Kafka, topic: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic }], waitForLeaders: true }).finally(() => admin.disconnect());
}
