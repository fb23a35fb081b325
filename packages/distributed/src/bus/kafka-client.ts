import type { Log } from "@kubin/core";
import { Kafka, logLevel, type SASLOptions } from "kafkajs";
import type { KafkaSettings } from "./kafka-settings.ts";

/**
 * A client that gives up after some seconds: what is sent meanwhile stays in the outbox, and a consumer is started anew by
 * `keepConsumer`. kafkajs's own restarts leave out some errors, and go on after a consumer was stopped.
 */
export function kafkaClient(settings: KafkaSettings, log: Log): Kafka {
  const { brokers, prefix, tls, sasl } = settings;
  return new Kafka({
    clientId: prefix,
    brokers,
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 5, restartOnFailure: async () => false },
    ...(tls && { ssl: tls.ca === undefined ? true : { ca: [tls.ca] } }),
    ...(sasl && { sasl: sasl as SASLOptions }),
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ level, namespace, log: said }) => {
        const facts = { kafka: namespace, message: said.message, ...(said.error && { error: said.error }) };
        if (level <= logLevel.ERROR) log.warn(facts, "Kafka says");
        else log.debug(facts, "Kafka says");
      },
  });
}
