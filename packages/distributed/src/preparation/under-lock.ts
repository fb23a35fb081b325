import { Socket } from "node:net";
import { KubinError } from "@kubin/schema";
import pg from "pg";

/** Any number of 64 bits that nobody else takes for a lock in this database: "kubin" in ASCII. */
const lock = "461464795502";
const connectWithinMs = 10_000;

/**
 * Does `work` while no other process does any, under an advisory lock of PostgreSQL. Throws UNAVAILABLE when there is no
 * lock to have; `signal` ends the waiting for it at once.
 */
export async function underLock(
  { databaseUrl, signal }: { databaseUrl: string; signal: AbortSignal },
  work: () => Promise<void>,
): Promise<void> {
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
    stream: () => socket,
  });
  client.on("error", () => {});
  const leave = (): void => void socket.destroy();
  signal.addEventListener("abort", leave, { once: true });
  try {
    signal.throwIfAborted();
    await client.connect();
    await client.query(`SELECT pg_advisory_lock(${lock})`);
  } catch (error) {
    signal.removeEventListener("abort", leave);
    await client.end().catch(() => {});
    throw new KubinError("UNAVAILABLE", "PostgreSQL does not give the lock that preparing needs.", { cause: error });
  }
  try {
    await work();
  } finally {
    // The lock goes with the session.
    await client.end().catch(() => {});
    signal.removeEventListener("abort", leave);
  }
}
