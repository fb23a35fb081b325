import type { BusEvent, MetadataPort, MetadataTransaction } from "@kubin/core";
import type { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";

type Outbox = Pick<MetadataTransaction, "emit"> & Pick<MetadataPort, "relayEvents">;

/** Events that leave with the transaction that wrote them. */
export function outboxStatements({ sql, atomically }: Database): Outbox {
  return {
    async emit(event) {
      await sql.outbox.create({ data: { event } });
    },

    /** What one relay has in hand is locked, and skipped by the others; its lock ends with its connection. */
    async relayEvents(limit, publish) {
      // Most of the time there is none: that is no reason to open a transaction.
      if ((await sql.outbox.findFirst({ select: { id: true } })) === null) return 0;
      return atomically(async (inside) => {
        const rows = await inside.$queryRaw<{ event: Prisma.JsonValue }[]>`
          WITH taken AS MATERIALIZED (
            SELECT id FROM outbox ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED
          ), gone AS (
            DELETE FROM outbox USING taken WHERE outbox.id = taken.id RETURNING outbox.id, outbox.event
          )
          SELECT event FROM gone ORDER BY id`;
        if (rows.length > 0) await publish(rows.map(({ event }) => asEvent(event)));
        return rows.length;
      });
    },
  };
}

/** Only `emit` writes this column. */
function asEvent(json: Prisma.JsonValue): BusEvent {
  return json as unknown as BusEvent;
}
