import type { Log } from "@kubin/core";
import type { DistributedSettings } from "../settings.ts";
import { prepareLogs } from "./prepare-logs.ts";
import { prepareMetadata } from "./prepare-metadata.ts";
import { prepareObjects } from "./prepare-objects.ts";

export interface MigrationReport {
  /** Names of the migrations of PostgreSQL that were applied now. */
  metadata: string[];
}

/**
 * Brings PostgreSQL, ClickHouse and the bucket to what this release needs, and throws when one of them is away. Any number
 * of processes may call it at once: they take turns.
 */
export async function migrateDistributed(opts: { settings: DistributedSettings; log: Log }): Promise<MigrationReport> {
  const { settings, log } = opts;
  const { signal } = new AbortController();
  const metadata = await prepareMetadata(settings.databaseUrl);
  await prepareLogs({ settings, signal });
  await prepareObjects({ settings, log, signal });
  return { metadata };
}
