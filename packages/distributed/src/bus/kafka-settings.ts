/** Where the brokers are and how they are spoken to. */
export interface KafkaSettings {
  brokers: string[];
  /** Begins the name of each topic and group, so that several Kubins may share a cluster. */
  prefix: string;
  /** Where the object store tells of new objects (S3 event format). */
  notifications?: { topic: string; bucket: string } | undefined;
  tls?: { ca?: string | undefined } | undefined;
  sasl?: { mechanism: "plain" | "scram-sha-256" | "scram-sha-512"; username: string; password: string } | undefined;
}
