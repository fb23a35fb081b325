import type { BusEvent, MetadataPort, MetadataTransaction } from "@kubin/core";
import type { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";

type Outbox = Pick<MetadataTransaction, "emit"> & Pick<MetadataPort, "readOutbox" | "clearOutbox">;

/** Events that leave with the transaction that wrote them. */
export function outboxStatements({ sql }: Database): Outbox {
  return {
    async emit(event) {
      await sql.outbox.create({ data: { event } });
    },

    async readOutbox(limit) {
      const rows = await sql.outbox.findMany({ orderBy: { id: "asc" }, take: limit });
      return rows.map((row) => ({ id: String(row.id), event: asEvent(row.event) }));
    },

    async clearOutbox(ids) {
      await sql.outbox.deleteMany({ where: { id: { in: ids.map(BigInt) } } });
    },
  };
}

/** Only `emit` writes this column. */
function asEvent(json: Prisma.JsonValue): BusEvent {
  return json as unknown as BusEvent;
}
