import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/client.ts";

/** What statements run on: the client itself, or one transaction of it. */
export type Statement = Pick<
  PrismaClient,
  "$queryRaw" | "$executeRaw" | "snapshot" | "link" | "ticket" | "part" | "outbox"
>;

export interface Database {
  sql: Statement;
  /** Runs `work` in the transaction at hand, or in a new short one. */
  atomically<T>(work: (sql: Statement) => Promise<T>): Promise<T>;
}

/** In a store with one session a transaction may have to wait for those of others. */
const transactionLimits = { maxWait: 30_000, timeout: 60_000 };

interface MetadataConnection {
  database: Database;
  close(): Promise<void>;
}

/** A pool and a Prisma client on it. A connection that breaks while idle is replaced, not fatal. */
export function connectMetadata(connection: pg.PoolConfig): MetadataConnection {
  const pool = new pg.Pool(connection);
  // Without a listener a broken idle connection ends the process; the next statement reports what matters.
  pool.on("error", () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    database: { sql: prisma, atomically: (work) => prisma.$transaction(work, transactionLimits) },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** The same statements inside a transaction that is open already. */
export function insideTransaction(sql: Statement): Database {
  return { sql, atomically: (work) => work(sql) };
}
