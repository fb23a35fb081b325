import type { Clock, Ids, MetadataPort } from "@kubin/core";
import type { PoolConfig } from "pg";
import { connectMetadata, insideTransaction } from "./database.ts";
import { outboxStatements } from "./outbox.ts";
import { withPlainErrors } from "./plain-errors.ts";
import { metadataStatements } from "./statements.ts";
import { createUpkeep } from "./upkeep.ts";

/**
 * The metadata port on a PostgreSQL (or a PGlite behind its socket) that `migrateMetadata` has prepared. Connects on
 * first use. Statements throw UNAVAILABLE while the store does not answer, and work again when it does.
 */
export async function openMetadata(opts: { connection: PoolConfig; clock: Clock; ids: Ids }): Promise<MetadataPort> {
  const { connection, clock, ids } = opts;
  const { database, close } = connectMetadata(connection);
  const statements = metadataStatements({ database, clock, ids });
  const { relayEvents } = outboxStatements(database);
  const keepUp = createUpkeep(database.sql, clock);
  return withPlainErrors<MetadataPort>({
    ...statements,
    relayEvents,
    close,

    async transaction(work) {
      const result = await database.atomically((sql) => {
        const inside = insideTransaction(sql);
        return work({
          ...metadataStatements({ database: inside, clock, ids }),
          emit: outboxStatements(inside).emit,
        });
      });
      await keepUp();
      return result;
    },

    async finishPart(part, outcome) {
      const isFinished = await statements.finishPart(part, outcome);
      await keepUp();
      return isFinished;
    },

    async eraseSnapshot(id, options) {
      await statements.eraseSnapshot(id, options);
      await keepUp("now");
    },

    async ping() {
      await database.sql.$queryRaw`SELECT 1`;
    },
  });
}
