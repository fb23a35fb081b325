import { KubinError } from "@kubin/schema";

/**
 * Will open the ports on PostgreSQL, ClickHouse, S3, Kafka and Redis. Until then it throws UNSUPPORTED.
 */
export async function openDistributed(): Promise<never> {
  throw new KubinError(
    "UNSUPPORTED",
    'The profile "distributed" is not built yet. Use KUBIN_PROFILE=embedded, which needs nothing installed.',
  );
}
