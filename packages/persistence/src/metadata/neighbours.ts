import type { SnapshotRecord } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Statement } from "./database.ts";
import { toSnapshotRecord } from "./snapshot-record.ts";
import { storableText } from "./storable.ts";

/** The snapshots of the same cluster that were captured just before and just after. */
export async function findNeighbours(opts: {
  sql: Statement;
  snapshot: SnapshotRecord;
  now: Date;
}): Promise<{ previous?: SnapshotRecord; next?: SnapshotRecord }> {
  const { sql, snapshot, now } = opts;
  const cluster = sameCluster(snapshot);
  if (!cluster) return {};
  const time = Prisma.sql`coalesce(captured_at, created_at)`;
  const at = (snapshot.capturedAt ?? snapshot.createdAt).toISOString();
  const nearest = async (comparison: Prisma.Sql, direction: Prisma.Sql): Promise<SnapshotRecord | undefined> => {
    const [row] = await sql.$queryRaw<{ id: string }[]>`
      SELECT id FROM snapshots WHERE state = 'COMPLETED' AND expires_at > ${now.toISOString()}::timestamptz AND ${cluster}
        AND (${time}, id) ${comparison} (${at}::timestamptz, ${snapshot.id}::uuid)
      ORDER BY ${time} ${direction}, id ${direction} LIMIT 1`;
    const found = row && (await sql.snapshot.findUnique({ where: { id: row.id } }));
    return found ? toSnapshotRecord(found) : undefined;
  };
  const previous = await nearest(Prisma.sql`<`, Prisma.sql`DESC`);
  const next = await nearest(Prisma.sql`>`, Prisma.sql`ASC`);
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** A name may be that of several clusters: one with a uid is never taken for one without. */
function sameCluster({ cluster }: SnapshotRecord): Prisma.Sql | undefined {
  if (cluster?.uid) return Prisma.sql`cluster_uid = ${storableText(cluster.uid)}`;
  if (cluster?.name) return Prisma.sql`cluster_uid IS NULL AND cluster_name = ${storableText(cluster.name)}`;
  return undefined;
}
