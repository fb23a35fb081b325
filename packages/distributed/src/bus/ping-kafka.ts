import { KubinError } from "@kubin/schema";
import type { Kafka } from "kafkajs";

/** Asks any broker for the cluster, over a connection of its own: an old one may be stuck. Throws UNAVAILABLE. */
export async function pingKafka(kafka: Kafka): Promise<void> {
  const admin = kafka.admin({ retry: { retries: 0 } });
  try {
    await admin.connect();
    await admin.describeCluster();
  } catch (error) {
    throw new KubinError("UNAVAILABLE", "Kafka does not answer.", { cause: error });
  } finally {
    void admin.disconnect().catch(() => undefined);
  }
}
