import { Socket } from "node:net";
import type { PoolConfig } from "pg";

/** A statement that takes longer is ended by the server. The longest are those that erase a snapshot. */
const statementMs = 60_000;
/**
 * A connection on which nothing comes for longer than a statement may take is broken, whatever TCP thinks of it (a
 * frozen server, a lost route), and is replaced.
 */
const silenceMs = statementMs + 5_000;
/** For a new connection, or for one of the pool to come free. */
const connectMs = 10_000;

/** Connections to PostgreSQL that end by themselves when it does not answer. */
export function postgresConnection({ url, max }: { url: string; max: number }): PoolConfig {
  return {
    connectionString: url,
    max,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    // What a process that was frozen or cut off had locked comes free.
    idle_in_transaction_session_timeout: statementMs,
    keepAlive: true,
    stream: () => endsWhenSilent(new Socket()),
  };
}

function endsWhenSilent(socket: Socket): Socket {
  return socket.setTimeout(silenceMs, () => {
    socket.destroy(Object.assign(new Error("PostgreSQL was silent for too long."), { code: "ETIMEDOUT" }));
  });
}
