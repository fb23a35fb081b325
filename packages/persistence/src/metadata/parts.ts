import type { MetadataStatements, PartRecordRow } from "@kubin/core";
import { Prisma } from "../generated/client.ts";
import type { Database } from "./database.ts";
import { inBatches } from "./in-batches.ts";
import { type PartRow, partColumns, toPart } from "./part-row.ts";
import { withinScope } from "./scope-sql.ts";
import { storableText } from "./storable.ts";

type Parts = Pick<
  MetadataStatements,
  | "announceParts"
  | "findPart"
  | "markStored"
  | "setMultipart"
  | "abandonedMultiparts"
  | "partsOf"
  | "hasStoredParts"
  | "downloadsOf"
>;
type Announced = Parameters<MetadataStatements["announceParts"]>[0][number];

/** What the overview is made of comes first, lines last. */
const turns = { discovery: 0, resources: 1, events: 2, metrics: 3, bundle: 4, logs: 5, raw: 6 };
const keysAStatement = 1_000;

/** The parts of snapshots; their work is in `lease-parts.ts`. */
export function partStatements({ sql }: Database): Parts {
  async function announce(json: string): Promise<void> {
    await sql.$executeRaw`
      INSERT INTO parts (key, snapshot_id, generation, type, namespace, sha256, size, items, members, path, turn, state)
      SELECT key, "snapshotId", generation, type, namespace, sha256, size, items, members, path, turn, 'SIGNED'
      FROM json_to_recordset(${json}::json) AS r(key text, "snapshotId" uuid, generation int, type text, namespace text,
        sha256 text, size bigint, items int, members jsonb, path text, turn int)
      ON CONFLICT (key) DO NOTHING`;
  }

  async function findByKeys(keys: readonly string[]): Promise<PartRecordRow[]> {
    const rows = await sql.$queryRaw<PartRow[]>`SELECT ${partColumns} FROM parts WHERE key = ANY(${keys}::text[])`;
    return rows.map(toPart);
  }

  return {
    async announceParts(parts) {
      for (const json of inBatches(withTurns(parts))) await announce(json);
      const known = new Map<string, PartRecordRow>();
      for (let from = 0; from < parts.length; from += keysAStatement) {
        const keys = parts.slice(from, from + keysAStatement).map((part) => storableText(part.key));
        for (const part of await findByKeys(keys)) known.set(part.key, part);
      }
      return parts.flatMap((part) => known.get(storableText(part.key)) ?? []);
    },

    async markStored(key) {
      const where = { key: storableText(key), state: "SIGNED" };
      return (await sql.part.updateMany({ where, data: { state: "STORED", multipart: null } })).count === 1;
    },

    async findPart(key) {
      return (await findByKeys([storableText(key)]))[0];
    },

    async setMultipart(key, { from, to }) {
      const where = { key: storableText(key), multipart: from ?? null };
      return (await sql.part.updateMany({ where, data: { multipart: to ?? null } })).count === 1;
    },

    async abandonedMultiparts() {
      const rows = await sql.$queryRaw<PartRow[]>`
        SELECT ${partColumns} FROM parts
        WHERE multipart IS NOT NULL AND snapshot_id IN (
          SELECT id FROM snapshots WHERE state NOT IN ('INITIATED', 'UPLOADING', 'PROCESSING'))`;
      return rows.map(toPart);
    },

    async partsOf(snapshotId, states) {
      const inStates = states ? Prisma.sql`AND state = ANY(${[...states]}::text[])` : Prisma.empty;
      const rows = await sql.$queryRaw<PartRow[]>`
        SELECT ${partColumns} FROM parts WHERE snapshot_id = ${snapshotId}::uuid ${inStates} ORDER BY id`;
      return rows.map(toPart);
    },

    async hasStoredParts(snapshotId) {
      const rows = await sql.$queryRaw<unknown[]>`
        SELECT 1 FROM parts WHERE snapshot_id = ${snapshotId}::uuid AND state = 'STORED' LIMIT 1`;
      return rows.length > 0;
    },

    async downloadsOf(scope, types) {
      const readable = types.filter((type) => type !== "logs" || scope.logs);
      const rows = await sql.$queryRaw<PartRow[]>`
        SELECT ${partColumns} FROM parts
        WHERE ${withinScope(scope)} AND type = ANY(${readable}::text[]) AND state <> 'SIGNED'
        ORDER BY turn, namespace, path, key`;
      return rows.map(toPart);
    },
  };
}

function* withTurns(parts: readonly Announced[]): Generator<Announced & { turn: number }> {
  for (const part of parts) yield { ...part, turn: turns[part.type] };
}
