import type { Clock, Ids, MetadataStatements, Scope } from "@kubin/core";
import type { PoolConfig } from "pg";
import { connectMetadata, insideTransaction } from "./database.ts";
import { metadataStatements } from "./statements.ts";

/** One address behind which a standby of the metadata store answers, or several do in turn. */
export interface MetadataReplica {
  /**
   * What `work` reads, or undefined where the standby does not have the whole content of this scope (yet). Throws
   * whatever the connection or a statement of `work` does.
   */
  read<T>(scope: Scope, work: (statements: MetadataStatements) => Promise<T>): Promise<{ answer: T } | undefined>;
  /** Throws whatever the connection does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Reads from a standby. It replays in the order of the primary's commits, so one that shows a snapshot as COMPLETED has
 * all that was written before, and nothing of it changes afterwards. Asked in the transaction of the read itself:
 * another session may be with another standby that lags behind. Connects on first use.
 */
export function openReplica(opts: { connection: PoolConfig; clock: Clock; ids: Ids }): MetadataReplica {
  const { connection, clock, ids } = opts;
  const { database, close } = connectMetadata(connection);
  return {
    close,
    async ping() {
      await database.sql.$queryRaw`SELECT 1`;
    },
    read: (scope, work) =>
      database.atomically(async (sql) => {
        const held = await sql.$queryRaw<unknown[]>`
          SELECT 1 FROM snapshots
          WHERE id = ${scope.snapshotId}::uuid AND generation = ${scope.generation} AND state = 'COMPLETED'`;
        if (held.length === 0) return undefined;
        return { answer: await work(metadataStatements({ database: insideTransaction(sql), clock, ids })) };
      }),
  };
}
