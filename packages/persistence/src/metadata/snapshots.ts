import type { Clock, MetadataStatements } from "@kubin/core";
import type { Database } from "./database.ts";
import { literally } from "./like-pattern.ts";
import { toSnapshotColumns, toSnapshotRecord } from "./snapshot-record.ts";

type Snapshots = Pick<
  MetadataStatements,
  | "createSnapshot"
  | "findSnapshot"
  | "findLink"
  | "findTicket"
  | "listSnapshots"
  | "moveSnapshot"
  | "touchSnapshot"
  | "snapshotsIn"
  | "expiredSnapshots"
>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const gone = ["TRASHED", "EXPIRED"];

/** Snapshots with their links and tickets. */
export function snapshotStatements({ sql }: Database, clock: Clock): Snapshots {
  return {
    async createSnapshot(snapshot, { ticketHash, linkHash }) {
      const { id, state, generation, partial, name, layout, tool, createdAt, expiresAt, retainWeek, lastUploadAt } =
        snapshot;
      const needed = {
        id,
        state,
        generation,
        partial,
        name,
        layout,
        tool,
        createdAt,
        expiresAt,
        retainWeek,
        lastUploadAt,
      };
      const links = { create: { tokenHash: linkHash, allNamespaces: true, namespaces: [], logs: true } };
      const tickets = { create: { ticketHash } };
      await sql.snapshot.create({ data: { ...needed, ...toSnapshotColumns(snapshot), links, tickets } });
    },

    async findSnapshot(id) {
      if (!uuid.test(id)) return undefined;
      const row = await sql.snapshot.findUnique({ where: { id } });
      return row ? toSnapshotRecord(row) : undefined;
    },

    async findLink(tokenHash) {
      const row = await sql.link.findUnique({ where: { tokenHash } });
      if (!row) return undefined;
      const { snapshotId, allNamespaces, namespaces, logs } = row;
      return { snapshotId, namespaces: allNamespaces ? "all" : namespaces, logs };
    },

    async findTicket(ticketHash) {
      return (await sql.ticket.findUnique({ where: { ticketHash } }))?.snapshotId;
    },

    async listSnapshots({ text, limit, before }) {
      const like = text ? { contains: literally(text), mode: "insensitive" as const } : undefined;
      const rows = await sql.snapshot.findMany({
        where: {
          state: { notIn: gone },
          expiresAt: { gt: clock.now() },
          ...(before !== undefined && uuid.test(before) && { id: { lt: before } }),
          ...(like && { OR: [{ name: like }, { clusterName: like }] }),
        },
        orderBy: { id: "desc" },
        take: limit,
      });
      return rows.map(toSnapshotRecord);
    },

    async moveSnapshot(id, from, { state, change }) {
      if (!uuid.test(id)) return false;
      const data = { ...toSnapshotColumns(change ?? {}), state };
      const { count } = await sql.snapshot.updateMany({ where: { id, state: { in: [...from] } }, data });
      return count === 1;
    },

    async touchSnapshot(id, at) {
      if (!uuid.test(id)) return;
      await sql.snapshot.updateMany({ where: { id, lastUploadAt: { lt: at } }, data: { lastUploadAt: at } });
    },

    async snapshotsIn(states, silentSince) {
      const silent = silentSince && { lastUploadAt: { lt: silentSince } };
      const rows = await sql.snapshot.findMany({
        where: { state: { in: [...states] }, ...silent },
        orderBy: { id: "asc" },
      });
      return rows.map(toSnapshotRecord);
    },

    async expiredSnapshots(now) {
      const where = { expiresAt: { lte: now }, state: { notIn: gone } };
      return (await sql.snapshot.findMany({ where, orderBy: { id: "asc" } })).map(toSnapshotRecord);
    },
  };
}
