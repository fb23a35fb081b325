import { Socket } from "node:net";
import type { PoolConfig } from "pg";

/** Times in ms. */
interface PostgresLimits {
  /** A statement that takes longer is ended by the server, and so is a transaction that waits for its next one. */
  statementMs: number;
  /**
   * A connection on which nothing comes for so long, longer than a statement may take, is broken, whatever TCP thinks of
   * it (a frozen server, a lost route): it is cut and replaced.
   */
  silenceMs: number;
  /** For a new connection, or for one of the pool to come free. */
  connectMs: number;
}

/** The longest statements are those that erase a snapshot. */
const standard: PostgresLimits = { statementMs: 60_000, silenceMs: 65_000, connectMs: 10_000 };

/** A pool of connections to PostgreSQL that end by themselves when it does not answer. */
export function postgresConnection(pool: { url: string; max: number }, limits = standard): PoolConfig {
  const { statementMs, silenceMs, connectMs } = limits;
  return {
    connectionString: pool.url,
    max: pool.max,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    // What a process that was frozen or cut off had locked comes free.
    idle_in_transaction_session_timeout: statementMs,
    keepAlive: true,
    stream: () => endsWhenSilent(new Socket(), silenceMs),
  };
}

function endsWhenSilent(socket: Socket, silenceMs: number): Socket {
  return socket.setTimeout(silenceMs, () => {
    socket.destroy(Object.assign(new Error("PostgreSQL was silent for too long."), { code: "ETIMEDOUT" }));
  });
}
