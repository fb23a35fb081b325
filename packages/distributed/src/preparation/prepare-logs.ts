import { ClickHouseError } from "@clickhouse/client";
import { createLogDatabase, migrateLogs } from "@kubin/persistence";
import { isKubinError, KubinError } from "@kubin/schema";
import { clickHouseAddress, clickHouseClient } from "../clickhouse-client.ts";
import { reasonOf } from "../reason-of.ts";
import type { DistributedSettings } from "../settings.ts";
import { inTime } from "./in-time.ts";
import { underLock } from "./under-lock.ts";

/** Codes of ClickHouse about who asks: user unknown, password wrong or missing, neither of both right, no such right. */
const refusals = new Set(["192", "193", "194", "516", "497"]);

type LogSettings = Pick<DistributedSettings, "databaseUrl" | "clickhouseUrl" | "clickhouseCluster" | "logTextIndex">;

/**
 * Makes the database of ClickHouse and its tables those of this release. Throws UNAVAILABLE for what may pass by itself,
 * BAD_INPUT when it refuses the user, UNSUPPORTED for another cluster than the lines were placed on.
 */
export async function prepareLogs(opts: { settings: LogSettings; signal: AbortSignal }): Promise<void> {
  const { settings, signal } = opts;
  const { url, database } = clickHouseAddress(settings.clickhouseUrl);
  const cluster = settings.clickhouseCluster;
  const admin = clickHouseClient({ url });
  const client = clickHouseClient({ url, database, cluster });
  // Cuts what they are waiting for, too.
  const leave = () => Promise.all([admin.close(), client.close()]);
  signal.addEventListener("abort", leave, { once: true });
  try {
    // Before the lock: a server that is away or frozen holds up nobody else.
    await inTime(signal, async (abort_signal) => {
      const answer = await admin.ping({ select: true, abort_signal });
      if (!answer.success) throw answer.error;
    });
    await underLock({ databaseUrl: settings.databaseUrl, signal }, async () => {
      await createLogDatabase(admin, { database, cluster });
      await migrateLogs(client, { cluster, textIndex: settings.logTextIndex });
    });
  } catch (error) {
    throw plainError(error);
  } finally {
    signal.removeEventListener("abort", leave);
    await leave();
  }
}

function plainError(error: unknown): unknown {
  const said = isKubinError(error) ? error.cause : error;
  // Of our own checks.
  if (isKubinError(error) && said === undefined) return error;
  const reason = reasonOf(said);
  if (said instanceof ClickHouseError && refusals.has(said.code)) {
    const sentence = `ClickHouse refuses CLICKHOUSE_URL (${reason}). Correct the user, the password or its rights.`;
    return new KubinError("BAD_INPUT", sentence, { cause: said });
  }
  if (said instanceof ClickHouseError && isKubinError(error, "INTERNAL")) {
    const sentence = `ClickHouse does not take the tables of this release (${reason}). docs/operations.md says what it must be.`;
    return new KubinError("INTERNAL", sentence, { cause: said });
  }
  return new KubinError("UNAVAILABLE", `ClickHouse (CLICKHOUSE_URL) cannot be prepared now (${reason}).`, {
    cause: said,
  });
}
